using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>What becomes of the task of a call on the async view.</summary>
internal static class StartedCall
{
    /// <summary>Whether calling starts work: a stream does nothing until it is walked over.</summary>
    public static bool IsStarted(IInvocationOperation call) =>
        call.IsAsyncViewCall() && call.TargetMethod.ReturnType.IsReferenceTask();

    /// <summary>Whether the call is a whole statement. An assignment to a discard is the developer's word that this is meant.</summary>
    public static bool IsDropped(IInvocationOperation call) =>
        Outermost(call).Parent is IExpressionStatementOperation statement && !IsQuoted(statement);

    /// <summary>The local whose declaration or assignment takes the task, if nothing else does.</summary>
    public static ILocalSymbol? LocalHolding(IInvocationOperation call) => Outermost(call).Parent switch
    {
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } local } declarator }
            when declarator.Parent?.Parent?.Parent is not (IUsingOperation or IUsingDeclarationOperation) => local,
        ISimpleAssignmentOperation
        {
            IsRef: false, Target: ILocalReferenceOperation { Local: { RefKind: RefKind.None } local },
            Parent: IExpressionStatementOperation
        } => local,
        _ => null,
    };

    /// <summary>The call with what only changes how its task is seen: <c>ConfigureAwait</c>, conversions, <c>?.</c>.</summary>
    private static IOperation Outermost(IOperation call)
    {
        var outermost = call;
        while (outermost.Parent is { } parent && KeepsTask(parent, outermost))
            outermost = parent;
        return outermost;
    }

    /// <summary>Whether the statement is data of an expression tree, which a mocking library reads and nobody runs.</summary>
    private static bool IsQuoted(IOperation statement) =>
        statement.Parent?.Parent is IAnonymousFunctionOperation { Parent: { } use }
        && (use.Type ?? use.Parent?.Type) is { Name: "Expression", ContainingNamespace.Name: "Expressions" };

    private static bool KeepsTask(IOperation parent, IOperation task) => parent switch
    {
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" } configured => configured.Instance == task,
        IConversionOperation { OperatorMethod: null } or IParenthesizedOperation => true,
        IConditionalAccessOperation access => access.WhenNotNull == task,
        _ => false,
    };
}
