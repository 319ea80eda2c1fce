namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// A call that starts as soon as what it needs is there: right away, or in a local function that waits for the others' tasks.
/// </summary>
internal sealed class EarlyCall
{
    public required ParallelCall Call { get; init; }

    /// <summary>Its place among the calls, in source order.</summary>
    public required int Index { get; init; }

    /// <summary>The calls it waits for, in source order.</summary>
    public required IReadOnlyList<EarlyCall> Inputs { get; init; }

    /// <summary>The statements that make its arguments out of the results it waits for, in source order.</summary>
    public required IReadOnlyList<ScheduleItem> Inside { get; init; }

    /// <summary>Whether anything but the functions of other calls asks for its result.</summary>
    public required bool IsUsedOutside { get; init; }

    /// <summary>The place of the call whose function it is made in: its own, or that of the only call that needs it.</summary>
    public required int Function { get; init; }

    /// <summary>
    /// Whether it has to be made in a function because it may throw before there is a task, and others have been started.
    /// </summary>
    public required bool IsGuarded { get; init; }

    /// <summary>Whether it is made in the function of another call, and joined with it.</summary>
    public bool IsFolded => Function != Index;

    /// <summary>Whether it is made in a local function.</summary>
    public bool IsDeferred => Inputs.Count > 0 || IsFolded || IsGuarded;
}
