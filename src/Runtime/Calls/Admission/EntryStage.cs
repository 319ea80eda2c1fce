namespace Pipeline.Calls;

/// <summary>Where a call enters the graph from outside: shutdown waits for it, and cancels it when it has had its time.</summary>
/// <param name="calls">The calls that have entered.</param>
internal sealed class EntryStage(OutsideCalls calls) : CallStage
{
    /// <inheritdoc/>
    public override ValueTask EnterAsync(Call call)
    {
        call.JoinOutside(calls);
        return default;
    }
}
