namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>How an iteration leaves its result behind.</summary>
internal enum PlaceKind
{
    /// <summary>Appended to a list.</summary>
    Append,

    /// <summary>Stored in its own slot of an array.</summary>
    Slot,

    /// <summary>Stored under its own key of a dictionary.</summary>
    Key,

    /// <summary>Added to a sum.</summary>
    Sum,
}
