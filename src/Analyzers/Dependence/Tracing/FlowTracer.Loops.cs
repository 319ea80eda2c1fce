using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitForEachLoop(IForEachLoopOperation operation, object? argument)
    {
        Visit(operation.Collection);
        if (operation.IsAsynchronous)
            Report(OrderCondition.OrderUnwatched, operation, "an async stream is awaited");
        return VisitLoop(operation);
    }

    public override FlowValue VisitForLoop(IForLoopOperation operation, object? argument)
    {
        VisitAll(operation.Before);
        VisitLoop(operation);
        Enter(operation.Condition);
        foreach (var increment in operation.AtLoopBottom)
            Enter(increment);
        return FlowValue.None;
    }

    public override FlowValue VisitWhileLoop(IWhileLoopOperation operation, object? argument)
    {
        VisitLoop(operation);
        Enter(operation.Condition);
        return FlowValue.None;
    }

    private FlowValue VisitLoop(ILoopOperation loop)
    {
        Report(OrderCondition.ControlFlow, loop, "is a loop");
        Enter(loop.Body);
        return FlowValue.None;
    }
}
