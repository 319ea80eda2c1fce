using System.Globalization;

namespace Pipeline;

/// <summary>Time that went to a call.</summary>
/// <param name="Call">The service and the API: <c>ModelA.Predict</c>.</param>
/// <param name="Time">How long it took, all calls of that API together.</param>
/// <param name="IsRunning">Whether it ran still.</param>
public sealed record CallTime(string Call, TimeSpan Time, bool IsRunning)
{
    /// <summary>The call and its milliseconds.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Call} {Time.TotalMilliseconds:0.#} ms{(IsRunning ? ", still running" : "")}");
}
