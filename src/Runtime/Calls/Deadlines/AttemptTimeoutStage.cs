namespace Pipeline.Calls;

/// <summary>Gives one attempt the time that it may take from the moment that it has its slot, or is sent to another process.</summary>
/// <param name="budget">The time.</param>
internal sealed class AttemptTimeoutStage(TimeSpan budget) : CallStage
{
    /// <inheritdoc/>
    public override ValueTask EnterAsync(Call call)
    {
        call.OwnToken();
        call.AttemptTimer = call.Route.Time.CreateTimer(
            static state =>
            {
                var (call, budget) = ((Call, TimeSpan))state!;
                call.End(new AttemptTimeout(call, budget));
            },
            (call, budget),
            budget,
            Timeout.InfiniteTimeSpan);
        return default;
    }

    /// <inheritdoc/>
    public override void Leave(Call call) => call.AttemptTimer?.Dispose();
}
