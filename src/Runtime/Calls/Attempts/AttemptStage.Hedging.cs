namespace Pipeline.Calls;

internal sealed partial class AttemptStage
{
    private async ValueTask HedgeAsync(Call call, int rest, HedgingOptions hedging)
    {
        var running = new List<Task<Call>>();
        var attempts = new List<Call>();
        var begun = 0;
        try
        {
            while (true)
            {
                if (begun <= hedging.MaxHedgedAttempts && IsInTime(call, begun))
                    running.Add(BeginAsync(call, ++begun, rest, attempts));
                var ended = await NextAsync(running, call, begun <= hedging.MaxHedgedAttempts ? hedging.Delay : null).ConfigureAwait(false);
                if (ended is null)
                    continue;

                running.Remove(ended);
                if (ended.IsCompletedSuccessfully)
                {
                    call.TakeResult(ended.Result);
                    return;
                }

                var isLast = running is [] && (begun > hedging.MaxHedgedAttempts || !IsInTime(call, begun));
                if (isLast || !IsWorthAnother(FailureOf(ended), call))
                    await ended.ConfigureAwait(false);
                call.Context.Deadline?.Note(FailureOf(ended));
            }
        }
        finally
        {
            // Those that have ended keep their tokens as they are.
            foreach (var attempt in attempts.Where(static attempt => !attempt.HasAnswered))
                attempt.End(LostAttempt.Instance);
            running.ForEach(TaskObserver.Observe);
        }
    }

    private Task<Call> BeginAsync(Call call, int number, int rest, List<Call> attempts)
    {
        try
        {
            circuit?.Enter();
        }
        catch (ServiceUnavailableException refused)
        {
            return Task.FromException<Call>(refused);
        }

        var attempt = call.CreateAttempt(number);
        attempt.OwnToken();
        attempts.Add(attempt);
        return EndAsync(attempt, rest);
    }

    /// <summary>The first attempt to end, or null if none does in that time.</summary>
    private static async Task<Task<Call>?> NextAsync(List<Task<Call>> running, Call call, TimeSpan? patience)
    {
        if (patience is not { } time)
            return await Task.WhenAny(running).ConfigureAwait(false);

        using var ended = new CancellationTokenSource();
        var pause = Task.Delay(time, call.Route.Time, ended.Token);
        var first = await Task.WhenAny([.. running, pause]).ConfigureAwait(false);
        await ended.CancelAsync().ConfigureAwait(false);
        return first as Task<Call>;
    }

    private static bool IsInTime(Call call, int begun) => begun == 0 || call.Context.Remaining is not { Ticks: <= 0 };

    private static Exception FailureOf(Task<Call> ended) =>
        ended.Exception?.InnerException ?? new OperationCanceledException();
}
