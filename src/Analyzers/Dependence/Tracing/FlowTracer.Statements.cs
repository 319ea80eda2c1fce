using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

internal sealed partial class FlowTracer
{
    public override FlowValue VisitBlock(IBlockOperation operation, object? argument)
    {
        if (operation.OpensRegion())
            return VisitRegion(operation);
        VisitStatements(operation);
        if (operation.Operations.Any(static statement => statement is IUsingDeclarationOperation))
            Report(OrderCondition.SameRegion, operation, "ends a `using`");
        return FlowValue.None;
    }

    private void VisitStatements(IBlockOperation block)
    {
        foreach (var statement in block.Operations)
            Visit(statement);
    }

    private FlowValue VisitRegion(IOperation region)
    {
        Report(OrderCondition.SameRegion, region, "is a region of its own");
        Enter(region);
        return FlowValue.None;
    }

    private FlowValue VisitJump(IOperation jump, string text)
    {
        Report(OrderCondition.ControlFlow, jump, text);
        return FlowValue.None;
    }

    public override FlowValue VisitMethodBodyOperation(IMethodBodyOperation operation, object? argument)
    {
        Visit(operation.BlockBody);
        return Visit(operation.ExpressionBody);
    }

    public override FlowValue VisitConstructorBodyOperation(IConstructorBodyOperation operation, object? argument)
    {
        Visit(operation.Initializer);
        Visit(operation.BlockBody);
        return Visit(operation.ExpressionBody);
    }

    public override FlowValue VisitFieldInitializer(IFieldInitializerOperation operation, object? argument) => Visit(operation.Value);

    public override FlowValue VisitPropertyInitializer(IPropertyInitializerOperation operation, object? argument) => Visit(operation.Value);

    public override FlowValue VisitExpressionStatement(IExpressionStatementOperation operation, object? argument)
    {
        Visit(operation.Operation);
        return FlowValue.None;
    }

    public override FlowValue VisitEmpty(IEmptyOperation operation, object? argument) => FlowValue.None;

    public override FlowValue VisitReturn(IReturnOperation operation, object? argument)
    {
        Visit(operation.ReturnedValue);
        return operation.Kind is OperationKind.YieldReturn
            ? VisitJump(operation, "hands control to the consumer") : VisitJump(operation, "returns");
    }

    public override FlowValue VisitThrow(IThrowOperation operation, object? argument)
    {
        Visit(operation.Exception);
        return VisitJump(operation, "throws");
    }

    public override FlowValue VisitBranch(IBranchOperation operation, object? argument) => VisitJump(operation, "leaves the line");

    public override FlowValue VisitLabeled(ILabeledOperation operation, object? argument)
    {
        Report(OrderCondition.ControlFlow, operation, "is jumped to");
        return Visit(operation.Operation);
    }

    public override FlowValue VisitSwitch(ISwitchOperation operation, object? argument)
    {
        Visit(operation.Value);
        Report(OrderCondition.ControlFlow, operation, "may skip one of them");
        foreach (var @case in operation.Cases)
        {
            foreach (var clause in @case.Clauses)
                Enter(clause);
            EnterStatements(@case);
        }

        return FlowValue.None;
    }

    /// <summary>The statements of a case, which no block holds together.</summary>
    private void EnterStatements(ISwitchCaseOperation @case)
    {
        if (@case.Body is [IBlockOperation block, ..])
            Enter(block);
        else
            Enter(@case);
    }

    public override FlowValue VisitSwitchCase(ISwitchCaseOperation operation, object? argument) => VisitAll(operation.Body);

    public override FlowValue VisitTry(ITryOperation operation, object? argument)
    {
        Report(OrderCondition.SameRegion, operation, "is a region of its own");
        Enter(operation.Body);
        foreach (var handler in operation.Catches)
        {
            Enter(handler.Filter);
            Enter(handler.Handler);
        }

        Enter(operation.Finally);
        return FlowValue.None;
    }

    public override FlowValue VisitLock(ILockOperation operation, object? argument)
    {
        Visit(operation.LockedValue);
        Report(OrderCondition.SameRegion, operation, "is a region of its own");
        Enter(operation.Body);
        return FlowValue.None;
    }

    public override FlowValue VisitUsing(IUsingOperation operation, object? argument)
    {
        Visit(operation.Resources);
        Report(OrderCondition.SameRegion, operation, "is a region of its own");
        Enter(operation.Body);
        return FlowValue.None;
    }

    public override FlowValue VisitUsingDeclaration(IUsingDeclarationOperation operation, object? argument)
    {
        Visit(operation.DeclarationGroup);
        Report(OrderCondition.SameRegion, operation, "begins a `using`");
        return FlowValue.None;
    }
}
