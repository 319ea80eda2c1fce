using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>What became of a body.</summary>
/// <param name="Original">The body.</param>
/// <param name="Text">What it says now.</param>
/// <param name="Fixed">The same under another name; equal where several strategies lead to the same text.</param>
/// <param name="Strategy">How it was fixed.</param>
internal sealed record FixedBody(BodySource Original, string Text, BodySource Fixed, Strategy Strategy)
{
    /// <summary>Titles of the actions applied, in order.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Whether some report had more than one action.</summary>
    public required bool HadChoice { get; init; }

    /// <summary>IDs of what was reported before.</summary>
    public required IReadOnlyList<string> Reports { get; init; }

    /// <summary>IDs of what is still reported.</summary>
    public required IReadOnlyList<string> Left { get; init; }

    /// <summary>Whether a fix is still offered after many have been applied.</summary>
    public required bool IsUnfinished { get; init; }

    /// <summary>Reports that the original does not have.</summary>
    public required IReadOnlyList<string> NewReports { get; init; }

    public bool IsChanged => Actions.Count > 0;
}
