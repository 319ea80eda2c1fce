namespace Pipeline;

/// <summary>
/// Joins calls that run at the same time, so that together they take as long as the longest of them.
/// </summary>
/// <remarks>
/// <para>Every member waits until each branch it was given or has started is over, and observes each branch's exception. One
/// thing is out of its reach: a branch started by an argument when evaluating a <em>later</em> argument throws, since then the
/// member is not called at all. Generated proxies never throw on the async view, so it takes other code to cause it.</para>
/// <para>Continuations run where the last branch ends, as with <see cref="Task.WhenAll(Task[])"/>; no member needs or captures a
/// synchronization context.</para>
/// </remarks>
public static partial class Gather
{
    /// <summary>
    /// Every failure behind a task that <see cref="Gather"/> returned, in the order of the branches. Awaiting the task throws only the
    /// first. Empty when it succeeded. Works on any other completed task too.
    /// </summary>
    /// <exception cref="InvalidOperationException"><paramref name="gathered"/> is still running.</exception>
    public static IReadOnlyList<Exception> FailuresOf(Task gathered)
    {
        ArgumentNullException.ThrowIfNull(gathered);
        if (!gathered.IsCompleted)
            throw new InvalidOperationException("The task is still running; await it first.");
        return GatheredFailures.Of(gathered);
    }
}
