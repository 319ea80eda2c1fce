namespace Pipeline.Differential.Generation;

/// <summary>What a statement is there to try.</summary>
internal enum Kind
{
    /// <summary>A call and what becomes of its result.</summary>
    Call,

    /// <summary>Several awaits in one expression.</summary>
    Expression,

    /// <summary>Calls that were started before.</summary>
    Started,

    /// <summary>No call: a value, a write, something unknown.</summary>
    Between,

    /// <summary>What decides whether the next statement runs.</summary>
    Control,

    /// <summary>try, using, checked, blocks.</summary>
    Region,

    /// <summary>Iterations.</summary>
    Loop,

    /// <summary>Lambdas, local functions, lazy sequences.</summary>
    Capture,
}
