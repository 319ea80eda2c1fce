namespace Digits.Production;

/// <summary>What came of more calls than a service takes.</summary>
/// <param name="Settings">The service's limits.</param>
/// <param name="Calls">How many calls were made at once.</param>
/// <param name="MostRunning">How many of them ran at the same time, at most.</param>
/// <param name="Waited">How many waited for their turn.</param>
/// <param name="Refused">How many found no place.</param>
/// <param name="Refusal">What those were told.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="AsAlone">How many of the answers are those the model gives when nobody else calls.</param>
/// <param name="Accuracy">The share of the pictures in answered calls that were read right.</param>
public sealed record LimitsResult(
    IReadOnlyList<Setting> Settings,
    int Calls,
    int MostRunning,
    int Waited,
    int Refused,
    string Refusal,
    int Answered,
    int AsAlone,
    double Accuracy);
