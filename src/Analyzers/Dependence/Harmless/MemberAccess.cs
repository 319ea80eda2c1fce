namespace Pipeline.Analyzers.Dependence.Harmless;

/// <summary>What reading a member means.</summary>
internal enum MemberAccess
{
    /// <summary>Gives the same value whenever it is read.</summary>
    Immutable,

    /// <summary>Reads storage that may be written.</summary>
    Mutable,

    /// <summary>Runs code: it may throw or have effects.</summary>
    RunsCode,
}
