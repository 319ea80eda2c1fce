namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>The places an object can come from that a body writes to.</summary>
[Flags]
internal enum Places
{
    /// <summary>There is nothing to write: a number, a text, null.</summary>
    None = 0,

    /// <summary>This very call creates it.</summary>
    Fresh = 1,

    /// <summary><c>this</c> itself.</summary>
    Instance = 2,

    /// <summary>An object that <c>this</c> leads to.</summary>
    InstancePart = 4,

    /// <summary>What a parameter holds.</summary>
    Argument = 8,

    /// <summary>An object that a parameter leads to.</summary>
    ArgumentPart = 16,

    /// <summary>Reached through a static.</summary>
    Global = 32,

    /// <summary>Nobody knows.</summary>
    Unknown = 64,
}
