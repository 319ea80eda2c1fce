namespace Pipeline.Calls;

/// <summary>Why a call was refused by this process before it ran, as measurements name it.</summary>
internal static class RefusalReason
{
    public const string CircuitOpen = "circuit_open";
    public const string Draining = "draining";

    /// <summary>The reason, or null where the call was not refused here.</summary>
    public static string? Of(Exception failure) => failure switch
    {
        ServiceOverloadedException { IsRemote: false } => "queue_full",
        ServiceUnavailableException { IsClosed: true } => "closed",
        ServiceUnavailableException unavailable => unavailable.Refusal,
        ServiceDeadlockException => "deadlock",
        _ => null,
    };
}
