namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out.</summary>
public sealed class AppReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe) =>
        Task.FromResult(new Reached<TProxy>(app.GetProxy<TProxy>(), probe, app));
}
