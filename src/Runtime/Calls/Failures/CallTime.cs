using System.Globalization;

namespace Pipeline;

/// <summary>Time that went to a call.</summary>
public sealed record CallTime
{
    /// <summary>The service and the API: <c>ModelA.Predict</c>.</summary>
    public required string Call { get; init; }

    /// <summary>How long it took: all calls of that API together, or the longest of those that still run.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>How many calls these are.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Whether they still ran.</summary>
    public bool IsRunning { get; init; }

    /// <summary>The calls and their milliseconds.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Call}{(Count > 1 ? $" ×{Count}" : "")} {Time.TotalMilliseconds:0.#} ms{(IsRunning ? ", still running" : "")}");
}
