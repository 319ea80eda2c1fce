using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Library;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What a first look over a body finds; most bodies hold no call that counts, and cost no more than this look.</summary>
internal sealed class BodyScan
{
    private readonly List<ILoopOperation> _loops = [];
    private readonly List<TextSpan> _waits = [];

    private BodyScan()
    {
    }

    /// <summary>The calls that count, in the order the tree has them.</summary>
    public Dictionary<IInvocationOperation, ServiceCall> Calls { get; } = [];

    public IReadOnlyList<ILoopOperation> Loops => _loops;

    /// <summary>Where the calls stand, and the awaits of anything.</summary>
    public IReadOnlyList<TextSpan> Waits => _waits;

    /// <summary>What begins a transaction or another scope that calls join without being told.</summary>
    public IOperation? AmbientScope { get; private set; }

    public static BodyScan? Of(IOperation body, CallRecognizer recognizer)
    {
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (operation is IInvocationOperation invocation && recognizer.Counts(invocation))
                return Collect(body, recognizer);
        }

        return null;
    }

    private static BodyScan Collect(IOperation body, CallRecognizer recognizer)
    {
        var scan = new BodyScan();
        foreach (var operation in body.DescendantsAndSelf())
        {
            if (AmbientScopes.Begins(operation))
                scan.AmbientScope = operation;
            if (operation is IAwaitOperation)
                scan._waits.Add(operation.Syntax.Span);
            else if (operation is ILoopOperation loop)
                scan._loops.Add(loop);
            else if (operation is IInvocationOperation invocation && recognizer.Recognize(invocation) is { } call)
                scan.Add(call);
        }

        return scan;
    }

    private void Add(ServiceCall call)
    {
        Calls.Add(call.Invocation, call);
        _waits.Add(call.Invocation.Syntax.Span);
    }
}
