using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

/// <summary>The jumps that lead out of an operation, exceptions aside.</summary>
internal static class WaysOut
{
    public static bool Exist(IOperation operation)
    {
        var inside = new HashSet<ILabelSymbol>(SymbolEqualityComparer.Default);
        var jumps = new List<ILabelSymbol>();
        var pending = new Stack<IOperation>([operation]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            switch (next)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    continue;
                case IReturnOperation { Kind: OperationKind.Return or OperationKind.YieldBreak }:
                    return true;
                case IBranchOperation jump:
                    jumps.Add(jump.Target);
                    break;
                case ILoopOperation loop:
                    inside.Add(loop.ExitLabel);
                    inside.Add(loop.ContinueLabel);
                    break;
                case ISwitchOperation @switch:
                    inside.Add(@switch.ExitLabel);
                    break;
                case ILabeledOperation label:
                    inside.Add(label.Label);
                    break;
            }

            foreach (var part in next.ChildOperations)
                pending.Push(part);
        }

        return jumps.Any(jump => !inside.Contains(jump));
    }
}
