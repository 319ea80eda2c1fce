namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out.</summary>
public sealed class AppReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Reached<TProxy> Connect<TService, TProxy>(PipelineApp app, Probe probe) => new(app.GetProxy<TProxy>(), probe, app);
}
