namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// A call that starts as soon as what it needs is there: right away, or in a local function that waits for the others' tasks.
/// </summary>
internal sealed class EarlyCall(ParallelCall call, ScheduleItem start)
{
    public ParallelCall Call { get; } = call;

    public ScheduleItem Start { get; } = start;

    /// <summary>The calls it waits for, in source order.</summary>
    public SortedSet<EarlyCall> Inputs { get; } = new(Comparer<EarlyCall>.Create(static (left, right) => left.Call.Node.Index.CompareTo(right.Call.Node.Index)));

    /// <summary>The statements that make its arguments out of the results it waits for.</summary>
    public List<ScheduleItem> Inside { get; } = [];

    /// <summary>Whether anything but the functions of other calls asks for its result.</summary>
    public bool IsUsedOutside { get; set; }

    /// <summary>The only call that needs it, when it is made in that one's function.</summary>
    public EarlyCall? Consumer { get; set; }

    /// <summary>The call whose function it is made in.</summary>
    public EarlyCall Function => Consumer?.Function ?? this;

    /// <summary>Whether it is made in a local function.</summary>
    public bool IsDeferred => Inputs.Count > 0 || Consumer is not null || IsGuarded;

    /// <summary>
    /// Whether it has to be made in a function because it may throw before there is a task, and others have been started.
    /// </summary>
    public bool IsGuarded { get; set; }

    /// <summary>The variable that holds its task, where others wait for it.</summary>
    public string? TaskName { get; set; }

    /// <summary>The local function it is made in.</summary>
    public string? FunctionName { get; set; }
}
