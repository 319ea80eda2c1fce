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
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe) =>
        Task.FromResult(new Reached<TProxy>(app.GetProxy<TProxy>(), probe, app));
}
