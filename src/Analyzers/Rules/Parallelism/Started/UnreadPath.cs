using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Parallelism.Started;

/// <summary>
/// Looks for a way from the start of a call to a regular end of the function on which nothing looks at the local that holds
/// its task. Ways out by an exception do not count: something failed, and that is seen.
/// </summary>
internal sealed class UnreadPath
{
    private readonly ControlFlowGraph _graph;
    private readonly ILocalSymbol _local;

    private UnreadPath(ControlFlowGraph graph, ILocalSymbol local) => (_graph, _local) = (graph, local);

    private enum Fate
    {
        Open,
        Read,
        Lost,
    }

    /// <param name="call">The call, whose task goes into the local and nowhere else.</param>
    /// <param name="local">A local that no lambda looks at.</param>
    public static bool Exists(IInvocationOperation call, ILocalSymbol local, CancellationToken cancellationToken) =>
        !RepeatedConditions.Surround(call)
        && FunctionGraph.Around(call, cancellationToken) is { } graph
        && new UnreadPath(graph, local).ExistsFrom(call);

    private bool ExistsFrom(IInvocationOperation call)
    {
        foreach (var block in _graph.Blocks)
        {
            for (int i = 0; i < block.Operations.Length; i++)
            {
                if (Starts(block.Operations[i], call))
                    return LeavesUnread(block, i + 1);
            }
        }

        return false;
    }

    private bool Starts(IOperation operation, IInvocationOperation call) =>
        Assigns(operation) && operation.Descendants().Any(part => part is IInvocationOperation && part.Syntax == call.Syntax);

    private bool LeavesUnread(BasicBlock start, int from)
    {
        var seen = new HashSet<BasicBlock>();
        var pending = new Stack<(BasicBlock Block, int From)>();
        pending.Push((start, from));
        while (pending.Count > 0)
        {
            var (block, first) = pending.Pop();
            var fate = FateIn(block, first);
            if (fate is Fate.Lost)
                return true;
            if (fate is Fate.Read)
                continue;
            foreach (var next in Successors(block))
            {
                if (next.Kind is BasicBlockKind.Exit)
                    return true;
                if (seen.Add(next))
                    pending.Push((next, 0));
            }
        }

        return false;
    }

    private IEnumerable<BasicBlock> Successors(BasicBlock block)
    {
        foreach (var branch in new[] { block.FallThroughSuccessor, block.ConditionalSuccessor })
        {
            if (branch is { Destination: { } next } && MayBeTaken(block, branch) && !branch.FinallyRegions.Any(IsReadIn))
                yield return next;
        }
    }

    /// <summary>Not the way out of <c>while (true)</c>.</summary>
    private static bool MayBeTaken(BasicBlock block, ControlFlowBranch branch)
    {
        if (block.ConditionKind is ControlFlowConditionKind.None || block.BranchValue?.ConstantValue.Value is not bool value)
            return true;
        bool takesConditional = value == (block.ConditionKind is ControlFlowConditionKind.WhenTrue);
        return branch.IsConditionalSuccessor == takesConditional;
    }

    private bool IsReadIn(ControlFlowRegion region) => Enumerable
        .Range(region.FirstBlockOrdinal, region.LastBlockOrdinal - region.FirstBlockOrdinal + 1)
        .Any(ordinal => FateIn(_graph.Blocks[ordinal], from: 0) is Fate.Read);

    private Fate FateIn(BasicBlock block, int from)
    {
        foreach (var operation in block.Operations.Skip(from))
        {
            if (Reads(operation))
                return Fate.Read;
            if (Assigns(operation))
                return Fate.Lost;
        }

        return block.BranchValue is { } value && Reads(value) ? Fate.Read : Fate.Open;
    }

    private bool Reads(IOperation operation) => operation.DescendantsAndSelf()
        .OfType<ILocalReferenceOperation>()
        .Any(reference => IsLocal(reference) && LocalUses.IsRealRead(reference));

    private bool Assigns(IOperation operation) => operation switch
    {
        IExpressionStatementOperation { Operation: var inner } => Assigns(inner),
        ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } => IsLocal(target),
        _ => false,
    };

    private bool IsLocal(ILocalReferenceOperation reference) => SymbolEqualityComparer.Default.Equals(reference.Local, _local);
}
