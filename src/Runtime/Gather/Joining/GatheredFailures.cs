using System.Runtime.CompilerServices;

namespace Pipeline;

/// <summary>
/// The failures a gather's task stands for. A canceled task holds no exceptions and a task made by an async method builder at
/// most one, so several are kept beside the task, for as long as it lives.
/// </summary>
internal static class GatheredFailures
{
    private static readonly ConditionalWeakTable<Task, IReadOnlyList<Exception>> Several = [];

    /// <summary>Remembers what <paramref name="gathered"/> is about to fail with.</summary>
    public static void Keep(Task gathered, IReadOnlyList<Exception> failures)
    {
        if (failures.Count > 1)
            Several.Add(gathered, failures);
    }

    /// <summary>All failures of a completed task, marking them as observed.</summary>
    public static IReadOnlyList<Exception> Of(Task completed)
    {
        if (completed.IsCompletedSuccessfully)
            return [];
        var exception = completed.Exception;
        if (Several.TryGetValue(completed, out var failures))
            return failures;
        return exception is not null ? exception.InnerExceptions : [Branch.Cancellation(completed)];
    }

    /// <summary>All failures of the branches, in their order, marking them as observed.</summary>
    public static IReadOnlyList<Exception> Of(ReadOnlySpan<Task> branches)
    {
        var failures = new List<Exception>();
        foreach (var branch in branches)
            failures.AddRange(Of(branch));
        return failures;
    }
}
