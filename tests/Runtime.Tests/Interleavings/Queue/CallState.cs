namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Where a call stands.</summary>
internal enum CallState
{
    NotEntered,
    Waiting,
    Running,
    Ended,
    TurnedAway,
    Canceled,
}
