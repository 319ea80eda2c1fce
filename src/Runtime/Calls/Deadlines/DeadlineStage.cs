namespace Pipeline.Calls;

/// <summary>Gives a call the time that it may take; a call below another deadline keeps to the earlier of the two.</summary>
/// <param name="budget">The time, or null for that of the caller alone.</param>
internal sealed class DeadlineStage(TimeSpan? budget) : CallStage
{
    /// <inheritdoc/>
    public override ValueTask EnterAsync(Call call)
    {
        call.JoinDeadline(budget);
        return default;
    }
}
