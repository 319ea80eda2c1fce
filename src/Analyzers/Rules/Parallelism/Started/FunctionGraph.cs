using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Parallelism.Started;

/// <summary>Finds the control flow of the innermost function around an operation.</summary>
internal static class FunctionGraph
{
    public static ControlFlowGraph? Around(IOperation operation, CancellationToken cancellationToken)
    {
        var functions = new Stack<IOperation>();
        var root = operation;
        while (root.Parent is { } parent)
        {
            root = parent;
            if (root is IAnonymousFunctionOperation or ILocalFunctionOperation)
                functions.Push(root);
        }

        var graph = OfRoot(root, cancellationToken);
        while (graph is not null && functions.Count > 0)
            graph = OfNested(graph, functions.Pop(), cancellationToken);
        return graph;
    }

    private static ControlFlowGraph? OfRoot(IOperation root, CancellationToken cancellationToken) => root switch
    {
        IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
        IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellationToken),
        IBlockOperation body => ControlFlowGraph.Create(body, cancellationToken),
        IFieldInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
        IPropertyInitializerOperation initializer => ControlFlowGraph.Create(initializer, cancellationToken),
        _ => null,
    };

    private static ControlFlowGraph? OfNested(ControlFlowGraph graph, IOperation function, CancellationToken cancellationToken)
    {
        if (function is ILocalFunctionOperation { Symbol: var symbol })
            return graph.GetLocalFunctionControlFlowGraphInScope(symbol, cancellationToken);
        return graph.Blocks
            .SelectMany(static block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
            .SelectMany(static operation => operation.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(lambda => lambda.Syntax == function.Syntax) is { } flow
            ? graph.GetAnonymousFunctionControlFlowGraphInScope(flow, cancellationToken)
            : null;
    }
}
