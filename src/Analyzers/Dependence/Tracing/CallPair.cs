namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Two calls of one region, the later started after the earlier was waited for.</summary>
internal readonly record struct CallPair(CallTrace Trace, CallNode Earlier, CallNode Later);
