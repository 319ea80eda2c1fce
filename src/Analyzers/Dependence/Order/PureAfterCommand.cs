using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Dependence.Order;

/// <summary>
/// The one exception to condition 8: a query declared to depend on nothing but its arguments may overlap a command before it
/// that does not guard it, works on other services, and cannot change what the query is given.
/// </summary>
internal static class PureAfterCommand
{
    public static bool MayOverlap(CallNode query, CallNode command) =>
        query.Call.Effect.IsNone
        && command.Call.Effect.Kind is EffectKind.Command
        && !EffectNames.IsGuard(command.Invocation.TargetMethod.Name)
        && !ReachSame(query.Call.Reached, command.Call.Reached)
        && query.Invocation.Arguments.All(argument => IsOutOfReach(argument, query, command));

    private static bool ReachSame(ImmutableArray<INamedTypeSymbol> left, ImmutableArray<INamedTypeSymbol> right) =>
        left.IsEmpty || right.IsEmpty || left.Any(service => right.Contains(service, SymbolEqualityComparer.Default));

    /// <summary>Whether the command cannot change what the argument holds.</summary>
    private static bool IsOutOfReach(IArgumentOperation argument, CallNode query, CallNode command)
    {
        var value = argument.Value.Unwrapped();
        if (argument.Parameter?.IsCancellationToken() is true || value.Type is null || LibraryModel.IsImmutableType(value.Type))
            return true;
        return value is ILocalReferenceOperation { Local: var local }
            ? CreationOf(local, value) is { } creation && HoldsOnlyValues(creation) && IsUsedOnlyBy(local, query)
            : HoldsOnlyValues(value);
    }

    private static IOperation? CreationOf(ILocalSymbol local, IOperation near) =>
        local.DeclaringSyntaxReferences is [var declaration] && near.SemanticModel?.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator
            ? declarator.GetVariableInitializer()?.Value.Unwrapped()
            : null;

    /// <summary>Whether the expression creates an object of which all parts are values that cannot change.</summary>
    private static bool HoldsOnlyValues(IOperation value) =>
        value is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or ITupleOperation
        && value.Descendants().All(static part => part is not (ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation or IInvocationOperation or IInstanceReferenceOperation)
            || part is IMemberReferenceOperation { Parent: ISimpleAssignmentOperation { Target: var target } } && target == part
            || part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            || part.Type is null
            || LibraryModel.IsImmutableType(part.Type));

    /// <summary>Whether nobody but the query has seen the object by the time the query starts.</summary>
    private static bool IsUsedOnlyBy(ILocalSymbol local, CallNode query)
    {
        IOperation root = query.Invocation;
        while (root.Parent is { } parent)
            root = parent;
        return root.Descendants().OfType<ILocalReferenceOperation>().All(reference =>
            !SymbolEqualityComparer.Default.Equals(reference.Local, local)
            || reference.Syntax.SpanStart > query.Invocation.Syntax.Span.End
            || query.Invocation.Syntax.Span.Contains(reference.Syntax.Span));
    }
}
