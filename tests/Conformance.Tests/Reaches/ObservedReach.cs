using System.Diagnostics;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>The proxy a pipeline in this process gives out, while somebody listens to calls that would be bare.</summary>
public sealed class ObservedReach : Reach
{
    /// <inheritdoc/>
    public override bool IsByValue => false;

    /// <inheritdoc/>
    protected override Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == PipelineTelemetry.ActivitySourceName,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return Task.FromResult(new Reached<TProxy>(app.GetProxy<TProxy>(), probe, app, new Listening(listener)));
    }

    private sealed class Listening(ActivityListener listener) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            listener.Dispose();
            return default;
        }
    }
}
