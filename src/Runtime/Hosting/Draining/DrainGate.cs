using Microsoft.Extensions.Logging;
using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>How a shutdown waits for the calls that came from outside of the pipeline.</summary>
/// <param name="plan">How the shutdown divides its time; null where it waits for nobody, and calls are not counted.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where it is written what shutdown waits for.</param>
internal sealed class DrainGate(DrainPlan? plan, TimeProvider time, ILogger logger)
{
    /// <summary>The calls that have come in; null where they are not counted.</summary>
    public OutsideCalls? Calls { get; } = plan is null ? null : new();

    /// <summary>
    /// Refuses new calls and waits for those that run; cancels them when they have had their time, or the token is canceled, and waits
    /// for them once more.
    /// </summary>
    /// <param name="elapsed">The time that has passed since the shutdown began.</param>
    /// <param name="cancellationToken">Ends the first wait early. Canceled calls have their time all the same.</param>
    /// <returns>The services whose calls still run.</returns>
    public async Task<IReadOnlyCollection<ServiceDefinition>> DrainAsync(TimeSpan elapsed, CancellationToken cancellationToken)
    {
        if (plan is null || Calls is not { } calls)
            return [];

        calls.Close();
        if (calls.Drained.IsCompleted)
            return [];

        var patience = plan.Patience > elapsed ? plan.Patience - elapsed : TimeSpan.Zero;
        var ending = calls.Drained.WaitAsync(patience, time, cancellationToken);

        // What is written is true by then: the time runs.
        PipelineLog.Draining(logger, calls.Count, patience.TotalMilliseconds);
        if (await IsDrainedAsync(calls, ending).ConfigureAwait(false))
            return [];

        ending = calls.Drained.WaitAsync(plan.Cancellation, time, CancellationToken.None);
        PipelineLog.CancelingCalls(logger, calls.Count);
        calls.End();
        if (await IsDrainedAsync(calls, ending).ConfigureAwait(false))
            return [];

        var busy = calls.ByService;
        PipelineLog.LeavingCallsBehind(logger, string.Join(", ", busy.Select(static calls => $"{calls.Value} of {calls.Key}")));
        return [.. busy.Keys];
    }

    private static async Task<bool> IsDrainedAsync(OutsideCalls calls, Task ending)
    {
        await ending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return calls.Drained.IsCompleted;
    }
}
