using Pipeline.Analyzers.Effects.Bodies;

namespace Pipeline.Analyzers.Library;

/// <summary>What holds for all objects of a library's type.</summary>
[Flags]
internal enum LibraryTraits
{
    None = 0,

    /// <summary>Its values can never be seen to change.</summary>
    Immutable = 1,

    /// <summary>Walking over its items runs none but the framework's code.</summary>
    Container = 2,

    /// <summary>Awaiting it runs none but the framework's code.</summary>
    Task = 4,

    /// <summary>It allows one operation at a time, so that only whoever made it may use it.</summary>
    OneAtATime = 8,

    /// <summary>Its items are computed when somebody walks over them.</summary>
    Lazy = 16,

    /// <summary>What it is made with is what it looks at and writes to.</summary>
    View = 32,

    /// <summary>All its properties may be read, all its constructors called.</summary>
    Plain = 64,

    /// <summary>Its properties may be set on an object that the caller has made.</summary>
    Settable = 128,

    /// <summary>It is documented to take several calls at once.</summary>
    Concurrent = 256,
}
