using System.Collections.Concurrent;

namespace Pipeline.Integration.Services;

/// <summary>What the attempts of a call do, as the test has it; and which there were.</summary>
public sealed class Script
{
    private readonly ConcurrentQueue<int> _attempts = new();
    private int _count;

    /// <summary>What the attempt of that number does, all calls counted together from 1.</summary>
    public Func<int, CancellationToken, Task<int>> Answer { get; set; } = static (number, _) => Task.FromResult(number);

    /// <summary>What each attempt saw in <see cref="CallContext.Attempt"/>, in the order in which they began.</summary>
    public IReadOnlyList<int> Attempts => [.. _attempts];

    internal Task<int> AnswerAsync(CancellationToken cancellationToken)
    {
        _attempts.Enqueue(CallContext.Current.Attempt);
        return Answer(Interlocked.Increment(ref _count), cancellationToken);
    }
}
