namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>What a body does to anything that outlives it.</summary>
[Flags]
internal enum Touches
{
    Nothing = 0,

    /// <summary>Reads state that may change between two calls, wherever it is called.</summary>
    ReadsGlobal = 1,

    /// <summary>Reads such state of the object it runs on.</summary>
    ReadsInstance = 2,

    /// <summary>Writes a member of the object it runs on.</summary>
    WritesInstance = 4,

    /// <summary>Writes an object that the one it runs on leads to.</summary>
    WritesInstancePart = 8,

    /// <summary>Writes a member or an element of an argument.</summary>
    WritesArgument = 16,

    /// <summary>Writes an object that an argument leads to.</summary>
    WritesArgumentPart = 32,

    /// <summary>Writes a static, or calls a command.</summary>
    WritesGlobal = 64,

    /// <summary>Writes the variable that it was given by reference.</summary>
    WritesReference = 128,

    /// <summary>Calls something of which only the name is known, and the name says that it reads.</summary>
    ByName = 256,

    /// <summary>Does something of which nobody knows what it touches.</summary>
    Unknown = 512,

    /// <summary>What is unknown is only what a delegate does that it was given: whoever writes the delegate there knows.</summary>
    CallsArgument = 1024,

    Reads = ReadsGlobal | ReadsInstance,

    Writes = WritesInstance | WritesInstancePart | WritesArgument | WritesArgumentPart | WritesGlobal,
}
