using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

internal sealed partial class Timeline
{
    /// <summary>Runs what always runs of an operation that chooses, repeats or leaves; false for any other operation.</summary>
    private bool RunBranching(IOperation operation)
    {
        switch (operation)
        {
            case IConditionalOperation choice:
                return RunSome(choice, choice.Condition);
            case IConditionalAccessOperation access:
                return RunSome(access, access.Operation);
            case ICoalesceOperation coalesce:
                return RunSome(coalesce, coalesce.Value);
            case ICoalesceAssignmentOperation assignment:
                return RunSome(assignment, assignment.Target);
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary:
                return RunSome(binary, binary.LeftOperand);
            case ISwitchOperation choice:
                return RunSome(choice, choice.Value);
            case ISwitchExpressionOperation choice:
                return RunSome(choice, choice.Value);
            case ILoopOperation loop:
                return RunLoop(loop);
            case ITryOperation @try:
                return RunTry(@try);
            case IReturnOperation @return:
                Wait(Run(@return.ReturnedValue));
                return _mayHaveLeft = true;
            case IBranchOperation:
                return _mayHaveLeft = true;
            default:
                return false;
        }
    }

    /// <summary>Runs the parts that always run; the others may, and may then leave the function or the loop.</summary>
    private bool RunSome(IOperation whole, params ReadOnlySpan<IOperation?> certain)
    {
        foreach (var part in certain)
            Run(part);
        _mayHaveLeft |= WaysOut.Exist(whole);
        return true;
    }

    /// <summary>A loop may run zero times, except one that asks afterwards.</summary>
    private bool RunLoop(ILoopOperation loop)
    {
        switch (loop)
        {
            case IForEachLoopOperation forEach:
                return RunSome(loop, forEach.Collection);
            case IForLoopOperation @for:
                return RunSome(loop, [.. @for.Before, @for.Condition]);
            case IWhileLoopOperation { ConditionIsTop: true } @while:
                return RunSome(loop, @while.Condition);
            case IWhileLoopOperation @do:
                return RunSome(loop, @do.Body, @do.Condition);
            default:
                return RunSome(loop);
        }
    }

    /// <summary>Nothing fails, so no <c>catch</c> runs; a <c>finally</c> does, whichever way the block is left.</summary>
    private bool RunTry(ITryOperation @try)
    {
        bool hadLeft = _mayHaveLeft;
        Run(@try.Body);
        bool hasLeft = _mayHaveLeft;
        _mayHaveLeft = hadLeft;
        Run(@try.Finally);
        _mayHaveLeft |= hasLeft;
        return true;
    }
}
