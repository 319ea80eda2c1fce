using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>A check that throws where a call has found nothing: <c>?? throw</c>, <c>if (x is null) throw</c>.</summary>
/// <param name="Tested">What is tested for null.</param>
/// <param name="Throw">What is thrown then.</param>
/// <param name="Span">The text that runs only then, or only tests.</param>
internal sealed record NullGuard(IOperation Tested, IThrowOperation Throw, TextSpan Span)
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    /// <summary>The check that the operation is part of; null if there is none of this plain kind.</summary>
    public static NullGuard? Around(IOperation operation)
    {
        for (var around = operation; around is not null and not IBlockOperation { Parent: IMethodBodyOperation }; around = around.Parent)
        {
            switch (around)
            {
                case ICoalesceOperation { WhenNull: var otherwise, Value: var value } when ThrowOf(otherwise) is { } thrown:
                    return new(value.Unwrapped(), thrown, otherwise.Syntax.Span);
                case IConditionalOperation { WhenFalse: null, WhenTrue: var body } check
                    when ThrowOf(body) is { } thrown && TestedForNull(check.Condition.Unwrapped()) is { } tested:
                    return new(tested.Unwrapped(), thrown, check.Syntax.Span);
            }
        }

        return null;
    }

    /// <summary>Whether what is tested is the call's result and nothing else.</summary>
    public bool Tests(CallNode call) => call.Wait is { } wait
        && (Tested == wait
            || (Tested is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(TargetOf(wait), local)));

    /// <summary>Whether the exception says that something is not there, by a new object made of constants and variables.</summary>
    public bool SaysNotFound() =>
        Throw.Exception?.Unwrapped() is IObjectCreationOperation { Type: { } type } creation
        && !VainCallNames.Forbids(type.Name)
        && creation.Descendants().All(static part => part is not (IInvocationOperation or IAwaitOperation or IAssignmentOperation))
        && !creation.Descendants().Any(SaysForbidden);

    private static bool SaysForbidden(IOperation part) =>
        part.ConstantValue is { HasValue: true, Value: Unauthorized or Forbidden }
        || part is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: "Unauthorized" or "Forbidden" } };

    private static IThrowOperation? ThrowOf(IOperation operation) => operation switch
    {
        IThrowOperation thrown => thrown,
        IConversionOperation conversion => ThrowOf(conversion.Operand),
        IBlockOperation { Operations: [var only] } => ThrowOf(only),
        _ => null,
    };

    private static IOperation? TestedForNull(IOperation condition) => condition switch
    {
        IIsPatternOperation { Pattern: IConstantPatternOperation { Value: var value } } match when IsNull(value) => match.Value,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals, OperatorMethod: null } comparison
            when IsNull(comparison.RightOperand) => comparison.LeftOperand,
        _ => null,
    };

    private static bool IsNull(IOperation operation) => operation.Unwrapped().ConstantValue is { HasValue: true, Value: null };

    /// <summary>The local that takes the value as it is.</summary>
    private static ISymbol? TargetOf(IOperation value)
    {
        while (value.Parent is IConversionOperation or IParenthesizedOperation)
            value = value.Parent;
        return value.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } } => local,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var local } } => local,
            _ => null,
        };
    }
}
