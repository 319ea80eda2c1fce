namespace Pipeline.Calls;

/// <summary>Whether a circuit lets calls through.</summary>
internal enum CircuitState
{
    Closed,
    Open,
    HalfOpen,
    Isolated,
}

/// <summary>What the outcome of a call says of the service.</summary>
internal enum CallOutcome
{
    Succeeded,
    Failed,

    /// <summary>Nothing: the call was canceled, or never got there.</summary>
    Undecided,
}
