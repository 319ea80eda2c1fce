using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Two calls of one region, the later started after the earlier was waited for.</summary>
internal readonly record struct CallPair(CallTrace Trace, CallNode Earlier, CallNode Later)
{
    /// <summary>The text of a check that is looked past, as if it never failed; null where none is.</summary>
    public TextSpan? Passed { get; init; }
}
