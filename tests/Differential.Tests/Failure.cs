using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>A body whose fix is wrong.</summary>
internal sealed record Failure(BodySource Body, Strategy Strategy, string What)
{
    /// <summary>
    /// Whether the run left virtual time: of several continuations of one task the framework queues some to the pool, where the
    /// clock does not wait for them. Nothing is proved of such a body, for or against.
    /// </summary>
    public bool LeftVirtualTime => What.StartsWith(new Execution.DeadlockException().Message, StringComparison.Ordinal);

    public override string ToString() => $"{Body.TypeName} {Strategy}: {What.Split('\n')[0]}";
}
