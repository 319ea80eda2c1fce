namespace Pipeline.EditCost;

/// <summary>What is edited.</summary>
internal enum EditKind
{
    /// <summary>A statement of a method that the generator is interested in.</summary>
    Body,

    /// <summary>The name of such a method, or of the request it handles.</summary>
    Signature,

    /// <summary>A statement in a file that the generator is not interested in.</summary>
    OutsideBody,

    /// <summary>A member added to a class there.</summary>
    OutsideMember,
}
