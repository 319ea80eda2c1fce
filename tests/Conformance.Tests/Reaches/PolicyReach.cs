namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out for a service with a deadline nobody misses and a circuit nothing opens.</summary>
public sealed class PolicyReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    public override bool SharesTokens => false;

    /// <inheritdoc/>
    protected override void Configure(PipelineAppBuilder builder, ServiceDefinition service)
    {
        builder.Configuration[$"Pipeline:Services:{service.Name}:Timeout"] = "24h";
        builder.Configuration[$"Pipeline:Services:{service.Name}:Resilience:CircuitBreaker:MinimumThroughput"] = "1000000";
    }

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe) =>
        Task.FromResult(new Reached<TProxy>(app.GetProxy<TProxy>(), probe, app));
}
