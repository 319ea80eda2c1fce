namespace Pipeline.Differential.Generation;

/// <summary>A local or parameter in scope.</summary>
internal sealed record Variable(string Type, string Name, bool IsInput)
{
    /// <summary>A loop variable, a local a lambda owns, a task.</summary>
    public bool IsFixed { get; init; }
}
