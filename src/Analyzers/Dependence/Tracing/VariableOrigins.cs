using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Where the values of variables come from: initial values, assignments, patterns, deconstruction, loops, <c>out</c>.</summary>
internal static class VariableOrigins
{
    /// <summary>The variables that the operation itself gives a value, each with what the value is or is part of.</summary>
    public static IEnumerable<(ISymbol Variable, IOperation Origin)> Of(IOperation operation) => operation switch
    {
        IVariableDeclaratorOperation { Symbol: var local, Initializer.Value: var value } => [(local, value)],
        ISimpleAssignmentOperation or ICoalesceAssignmentOperation or IDeconstructionAssignmentOperation =>
            Variables(((IAssignmentOperation)operation).Target, ((IAssignmentOperation)operation).Value),
        IForEachLoopOperation loop => Variables(loop.LoopControlVariable, loop.Collection),
        IArgumentOperation
        {
            Parameter.RefKind: RefKind.Out or RefKind.Ref,
            Parent: IInvocationOperation { Instance: { } instance }
        } argument =>
            Variables(argument.Value, instance),
        IDeclarationPatternOperation { DeclaredSymbol: { } symbol } => Matched(symbol, operation),
        IRecursivePatternOperation { DeclaredSymbol: { } symbol } => Matched(symbol, operation),
        IListPatternOperation { DeclaredSymbol: { } symbol } => Matched(symbol, operation),
        _ => [],
    };

    private static IEnumerable<(ISymbol Variable, IOperation Origin)> Variables(IOperation target, IOperation origin) =>
        target.DescendantsAndSelf()
        .Select(static part => part is IVariableDeclaratorOperation declarator ? declarator.Symbol : part.ReferencedVariable())
        .OfType<ISymbol>()
        .Select(variable => (variable, origin));

    private static IEnumerable<(ISymbol Variable, IOperation Origin)> Matched(ISymbol symbol, IOperation pattern)
    {
        for (var around = pattern.Parent; around is not null; around = around.Parent)
        {
            switch (around)
            {
                case IIsPatternOperation match:
                    return [(symbol, match.Value)];
                case ISwitchExpressionOperation choice:
                    return [(symbol, choice.Value)];
                case ISwitchOperation choice:
                    return [(symbol, choice.Value)];
            }
        }

        return [];
    }
}
