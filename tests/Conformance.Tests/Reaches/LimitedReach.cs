namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out for a service with a limit nobody meets: a channel, with slots to take.</summary>
public sealed class LimitedReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override void Configure(PipelineAppBuilder builder, ServiceDefinition service) =>
        builder.Configuration[$"Pipeline:Services:{service.Name}:Concurrency"] = "10000";

    /// <inheritdoc/>
    protected override Reached<TProxy> Connect<TService, TProxy>(PipelineApp app, Probe probe) => new(app.GetProxy<TProxy>(), probe, app);
}
