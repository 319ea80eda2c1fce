using System.ComponentModel;

namespace Pipeline.Transports;

/// <summary>The result of an API that has none: it has ended, and that is all.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public readonly record struct NoResult;
