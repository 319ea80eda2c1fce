namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out that waits for its calls at shutdown.</summary>
public sealed class DrainingReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    public override bool SharesTokens => false;

    /// <inheritdoc/>
    protected override void Configure(PipelineAppBuilder builder, ServiceDefinition service) =>
        builder.Configuration["Pipeline:DrainTimeout"] = "24h";

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe) =>
        Task.FromResult(new Reached<TProxy>(app.GetProxy<TProxy>(), probe, app));
}
