namespace Pipeline.Differential.Generation;

/// <summary>One form of statement.</summary>
internal sealed record Production(Kind Kind, int Weight, Action<Draft> Write, bool Nests = false)
{
    public static IReadOnlyList<Production> All { get; } =
    [
        .. CallStatements.All, .. CallsInExpressions.All, .. StartedCalls.All, .. BetweenCalls.All, .. Writes.All, .. ControlFlow.All,
        .. Regions.All, .. Loops.All, .. Captures.All,
    ];
}
