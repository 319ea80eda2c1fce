using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
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

    /// <summary>Whether the command cannot change what the argument holds, nor what it is computed from.</summary>
    private static bool IsOutOfReach(IArgumentOperation argument, CallNode query, CallNode command)
    {
        var value = argument.Value.Unwrapped();
        if (argument.Parameter?.IsCancellationToken() is true || value.Type is null)
            return true;
        if (!IsFixed(value, query, command))
            return false;
        if (LibraryModel.IsImmutableType(value.Type))
            return true;
        return value is ILocalReferenceOperation { Local: var local }
            ? CreationOf(local, value) is { } creation && HoldsOnlyValues(creation) && IsUsedOnlyBy(local, query)
            : HoldsOnlyValues(value);
    }

    /// <summary>Whether the expression gives the same before the command as behind it: it reads nothing that can be written.</summary>
    private static bool IsFixed(IOperation value, CallNode query, CallNode command) => value switch
    {
        { ConstantValue.HasValue: true } or IAwaitOperation => true,
        IArrayElementReferenceOperation => false,
        ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Value: var assigned } => IsFixed(assigned, query, command),
        IMemberReferenceOperation member => (Members.AccessOf(member.Member) is MemberAccess.Immutable || IsPartOfImmutable(member))
            && member.ChildOperations.All(part => IsFixed(part, query, command)),
        _ when value.ReferencedVariable() is { } variable => IsFixed(variable, value, query, command),
        _ => value.ChildOperations.All(part => IsFixed(part, query, command)),
    };

    private static bool IsPartOfImmutable(IMemberReferenceOperation member) =>
        member.Instance?.Type is { } type && LibraryModel.IsImmutableType(type);

    /// <summary>Whether the variable has its value before the command, or gets one there that could have been computed before.</summary>
    private static bool IsFixed(ISymbol variable, IOperation reference, CallNode query, CallNode command)
    {
        int start = command.Invocation.Syntax.SpanStart;
        int end = query.Invocation.Syntax.SpanStart;
        bool isWritten = RootOf(query.Invocation).Descendants().Any(other =>
            SymbolEqualityComparer.Default.Equals(other.ReferencedVariable(), variable)
            && other.Syntax.SpanStart > start && other.Syntax.SpanStart < end && other.IsWritten());
        return !isWritten
            && (variable.DeclaringSyntaxReferences is not [var declaration] || declaration.Span.Start < start
                || (CreationOf(variable, reference) is { } value && IsFixed(value, query, command)));
    }

    private static IOperation? CreationOf(ISymbol local, IOperation near) =>
        local.DeclaringSyntaxReferences is [var declaration]
            && near.SemanticModel?.GetOperation(declaration.GetSyntax()) is IVariableDeclaratorOperation declarator
            ? declarator.GetVariableInitializer()?.Value.Unwrapped()
            : null;

    /// <summary>Whether the expression creates an object of which all parts are values that cannot change.</summary>
    private static bool HoldsOnlyValues(IOperation value) =>
        value is IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation or ITupleOperation
        && value.Descendants()
            .All(static part => part is not (ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
                or IInvocationOperation or IInstanceReferenceOperation)
            || part is IMemberReferenceOperation { Parent: ISimpleAssignmentOperation { Target: var target } } && target == part
            || part is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
            || part.Type is null
            || LibraryModel.IsImmutableType(part.Type));

    /// <summary>Whether nobody but the query has seen the object by the time the query starts.</summary>
    private static bool IsUsedOnlyBy(ILocalSymbol local, CallNode query) => RootOf(query.Invocation)
        .Descendants().OfType<ILocalReferenceOperation>()
        .All(reference => !SymbolEqualityComparer.Default.Equals(reference.Local, local)
            || reference.Syntax.SpanStart > query.Invocation.Syntax.Span.End
            || query.Invocation.Syntax.Span.Contains(reference.Syntax.Span));

    private static IOperation RootOf(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
