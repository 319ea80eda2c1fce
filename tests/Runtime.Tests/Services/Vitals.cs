using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>What the nodes of a test's graph say when they are asked how they are: healthy, unless the test has them say otherwise.</summary>
internal sealed class Vitals
{
    private readonly Dictionary<string, Func<HealthCheckContext, CancellationToken, Task<HealthCheckResult>>> _answers = [];
    private readonly ConcurrentQueue<string> _asked = new();

    public static Vitals Fine { get; } = new();

    /// <summary>The nodes asked, one entry for each time.</summary>
    public IEnumerable<string> Asked => _asked;

    public Vitals Say(string node, Func<HealthCheckContext, CancellationToken, Task<HealthCheckResult>> answer)
    {
        _answers.Add(node, answer);
        return this;
    }

    public Vitals Say(string node, HealthCheckResult answer) => Say(node, (_, _) => Task.FromResult(answer));

    public Task<HealthCheckResult> TellAsync(string node, HealthCheckContext context, CancellationToken cancellationToken)
    {
        if (this != Fine)
            _asked.Enqueue(node);
        return _answers.TryGetValue(node, out var answer) ? answer(context, cancellationToken) : Task.FromResult(HealthCheckResult.Healthy());
    }
}
