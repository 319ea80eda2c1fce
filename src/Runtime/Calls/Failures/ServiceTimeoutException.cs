using System.Globalization;

namespace Pipeline;

/// <summary>
/// A call did not end within its time. The message says whose time it was, where the call was by then, and what took the time.
/// </summary>
public sealed class ServiceTimeoutException : TimeoutException, IPipelineException
{
    /// <summary>Reports a call that took too long.</summary>
    /// <param name="path">The services from the first to the one that ran when the time was over: <c>A → B → C</c>.</param>
    /// <param name="call">The service and API whose time it was: <c>A.Predict</c>.</param>
    /// <param name="budget">The time it had.</param>
    /// <param name="spent">Where the time went.</param>
    /// <param name="innerException">What had been thrown by then, or null.</param>
    public ServiceTimeoutException(
        string path, string call, TimeSpan budget, IReadOnlyList<CallTime> spent, Exception? innerException = null)
        : base(Describe(path, call, budget, spent), innerException)
    {
        Path = path;
        Call = call;
        Budget = budget;
        Spent = spent;
    }

    /// <summary>The services from the first to the one that ran when the time was over: <c>A → B → C</c>.</summary>
    public string Path { get; }

    /// <summary>The service and API whose time it was: <c>A.Predict</c>.</summary>
    public string Call { get; }

    /// <summary>The time that call had.</summary>
    public TimeSpan Budget { get; }

    /// <summary>Where the time went: the calls made within that time, and what the call took itself while none of them ran.</summary>
    public IReadOnlyList<CallTime> Spent { get; }

    /// <summary>Whether it was the time of one attempt, and another attempt may be in time.</summary>
    public bool IsAttempt { get; init; }

    private static string Describe(string path, string call, TimeSpan budget, IReadOnlyList<CallTime>? spent)
    {
        var took = spent is null or [] ? "" : $" It took: {string.Join("; ", spent)}.";
        return string.Create(
            CultureInfo.InvariantCulture, $"{path} did not answer in time: {call} has {budget.TotalMilliseconds:0.#} ms.{took}");
    }
}
