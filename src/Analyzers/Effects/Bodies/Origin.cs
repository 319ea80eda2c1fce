namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Where an object comes from that a body writes to: whether anyone else can see it.</summary>
internal enum Origin
{
    Unknown,

    /// <summary>Made by this very call.</summary>
    Fresh,

    /// <summary><c>this</c> itself.</summary>
    Instance,

    /// <summary>An object that <c>this</c> leads to.</summary>
    InstancePart,

    /// <summary>What a parameter holds.</summary>
    Argument,

    /// <summary>An object that a parameter leads to.</summary>
    ArgumentPart,

    /// <summary>Reached through a static.</summary>
    Global,
}
