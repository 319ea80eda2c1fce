using Polly;

namespace Pipeline.Calls;

/// <summary>Which failures of an attempt call for another, and which count against the service.</summary>
internal static class Attempts
{
    /// <summary>The call an attempt belongs to.</summary>
    public static ResiliencePropertyKey<RunningCall> Call { get; } = new("Pipeline.Call");

    /// <summary>Whether to try again: not when the caller has given up or the time is up, nor where the service takes no calls.</summary>
    public static bool AreWorthwhile(ResilienceContext context, Exception? failure) =>
        failure is not (null or Polly.CircuitBreaker.BrokenCircuitException)
        && CallOf(context) is { IsLate: false, Token.IsCancellationRequested: false };

    /// <summary>
    /// Whether the service failed: a call that was turned away or canceled tells nothing about it, unless it was too late.
    /// </summary>
    public static bool AreFailing(ResilienceContext context, Exception? failure) => failure switch
    {
        null or ServiceOverloadedException => false,
        OperationCanceledException => CallOf(context).IsLate || !context.CancellationToken.IsCancellationRequested,
        _ => true,
    };

    public static RunningCall CallOf(ResilienceContext context) =>
        context.Properties.GetValue(Call, null!);
}
