namespace Pipeline.Differential.Fixing;

/// <summary>How a developer clears the reports.</summary>
public enum Strategy
{
    /// <summary>One report after the other, each time the first action offered: run together.</summary>
    FirstAction,

    /// <summary>One report after the other, each time the last action offered: as early as possible.</summary>
    LastAction,

    /// <summary>Fix all in the project.</summary>
    FixAll,
}
