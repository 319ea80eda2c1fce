using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>The outcomes nobody looks at. A discard is the developer's word that this is meant.</summary>
/// <param name="Settle">The call of <c>Gather.Settle</c>.</param>
/// <param name="AreAll">Whether it is all of them.</param>
/// <param name="Variables">The variables never read, where others are.</param>
internal readonly record struct IgnoredOutcomes(IInvocationOperation Settle, bool AreAll, IReadOnlyList<ILocalReferenceOperation> Variables)
{
    /// <summary>Of a statement, a declaration or a deconstruction; null if it does not take outcomes.</summary>
    public static IgnoredOutcomes? Of(IOperation taker) => taker switch
    {
        IExpressionStatementOperation statement => AwaitedSettle(statement.Operation) is { } settle ? new(settle, AreAll: true, []) : null,
        IVariableDeclaratorOperation { Symbol: var local, Initializer.Value: var value } =>
            AwaitedSettle(value) is { } settle ? new(settle, AreAll: !IsRead(local, taker), []) : null,
        IDeconstructionAssignmentOperation deconstruction =>
            AwaitedSettle(deconstruction.Value) is { } settle ? OfParts(settle, deconstruction.Target) : null,
        _ => null,
    };

    private static IgnoredOutcomes? OfParts(IInvocationOperation settle, IOperation target)
    {
        var tuple = (target is IDeclarationExpressionOperation declaration ? declaration.Expression : target) as ITupleOperation;
        if (tuple is null)
            return null;

        var ignored = tuple.Elements.Select(Declared).OfType<ILocalReferenceOperation>()
            .Where(variable => !IsRead(variable.Local, settle)).ToList();
        bool areAll = ignored.Count == tuple.Elements.Length;
        return new(settle, areAll, areAll ? [] : ignored);
    }

    private static IInvocationOperation? AwaitedSettle(IOperation value)
    {
        bool isAwaited = false;
        while (true)
        {
            switch (value)
            {
                case IAwaitOperation await:
                    isAwaited = true;
                    value = await.Operation;
                    break;
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task }:
                    value = task;
                    break;
                default:
                    return isAwaited && value is IInvocationOperation settle && Joins.IsSettle(settle.TargetMethod) ? settle : null;
            }
        }
    }

    /// <summary>The variable declared right here; one that was there before may be read by whoever declared it.</summary>
    private static ILocalReferenceOperation? Declared(IOperation element) => element switch
    {
        ILocalReferenceOperation { IsDeclaration: true } reference => reference,
        IDeclarationExpressionOperation { Expression: ILocalReferenceOperation reference } => reference,
        _ => null,
    };

    private static bool IsRead(ILocalSymbol local, IOperation near)
    {
        var root = near;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, local)
            && !reference.IsDeclaration
            && reference.Parent is not (INameOfOperation or IDeclarationExpressionOperation));
    }
}
