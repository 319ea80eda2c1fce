namespace Pipeline.Soak.Load;

/// <summary>How a call may end.</summary>
internal enum CallEnd
{
    Answered,
    Failed,
    Canceled,
    TimedOut,
    TurnedAway,
    Unavailable,
}
