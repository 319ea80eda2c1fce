using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Calls;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>One call on the straight line of a region: when it starts, when it is waited for, and what it is given.</summary>
internal sealed class CallNode(ServiceCall call)
{
    public ServiceCall Call { get; } = call;

    public IInvocationOperation Invocation => Call.Invocation;

    /// <summary>The call's place among the calls of its region, in order of their starts.</summary>
    public int Index { get; set; } = -1;

    /// <summary>
    /// What waits for the call: its <c>await</c>, the <c>await</c> of the gather it is joined by, or the sync call itself.
    /// </summary>
    public IOperation? Wait { get; set; }

    /// <summary>The <c>Gather.All</c> or <c>Task.WhenAll</c> that joins the call with others.</summary>
    public IInvocationOperation? Join { get; set; }

    /// <summary>When the call starts, in steps of the analysed function.</summary>
    public int Start { get; set; } = -1;

    /// <summary>When the wait for it is over, in the same steps.</summary>
    public int End { get; set; } = int.MaxValue;

    /// <summary>The calls of the region whose results reach this call's receiver or arguments, as bits by index.</summary>
    public ulong Inputs { get; set; }

    /// <summary>An argument that is used up by reading it, such as a stream.</summary>
    public IOperation? Consumed { get; set; }

    /// <summary>Whether both calls are started by the arguments of one gather, so that they count as one call.</summary>
    public bool IsGatheredWith(CallNode other) => IsStartedByJoin && other.IsStartedByJoin && Join == other.Join;

    /// <summary>Whether the call is started by an argument of the gather that joins it, not before it.</summary>
    public bool IsStartedByJoin => Join is not null && Join.Syntax.Span.Contains(Invocation.Syntax.Span);

    public ulong Bit => 1UL << Index;

    public override string ToString() => Call.Name;
}
