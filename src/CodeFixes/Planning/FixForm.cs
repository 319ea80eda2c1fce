namespace Pipeline.CodeFixes.Planning;

/// <summary>How the calls of a group are rewritten.</summary>
internal enum FixForm
{
    /// <summary>The smallest edit with the shortest critical path where all calls take as long.</summary>
    Together,

    /// <summary>Every call starts when its inputs are there.</summary>
    Early,
}
