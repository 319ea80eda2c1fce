namespace Pipeline.Soak.Calls;

/// <summary>How a call ends.</summary>
internal enum HeldCallEnd
{
    Answered,
    Canceled,
    TimedOut,
    TurnedAway,
}
