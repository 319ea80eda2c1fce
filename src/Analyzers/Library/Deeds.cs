namespace Pipeline.Analyzers.Library;

/// <summary>What a member can do.</summary>
[Flags]
internal enum Deeds
{
    /// <summary>Nobody has said.</summary>
    Unknown = 0,

    /// <summary>All that it does is said here.</summary>
    Known = 1,

    /// <summary>Looks at the world: a clock, a file, a server.</summary>
    ReadsWorld = 2,

    /// <summary>Changes the world: a file, a server, a static of the library.</summary>
    WritesWorld = 4,

    /// <summary>Changes what the object it is called on holds.</summary>
    WritesReceiver = 8,

    /// <summary>Changes the object it is called on itself, such as the place at which a reader stands, but not what it looks at.</summary>
    MovesReceiver = 16,

    /// <summary>Returns an object that nobody else has.</summary>
    ReturnsFresh = 32,

    /// <summary>Returns something that the object, or the first argument, holds.</summary>
    ReturnsPart = 64,

    /// <summary>Returns the object, the first argument, or a view of it.</summary>
    ReturnsSame = 128,
}
