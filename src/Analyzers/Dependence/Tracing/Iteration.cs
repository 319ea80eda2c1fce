using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>What the tracer must know to walk one iteration of a loop: what it may leave behind, and what it must not carry on.</summary>
internal sealed class Iteration(ILoopOperation loop, LoopCounter? counter, BodyContext body)
{
    private readonly List<Place> _places = [];

    public ILoopOperation Loop { get; } = loop;

    /// <summary>Where this iteration left results, in order.</summary>
    public IReadOnlyList<Place> Places => _places;

    /// <summary>Whether the variable lives longer than an iteration.</summary>
    public bool IsOuter(ISymbol variable) =>
        variable is not ILocalSymbol
            || !variable.DeclaringSyntaxReferences.Any(declaration => Loop.Body.Syntax.Span.Contains(declaration.Span));

    /// <summary>Whether the value is the item's, or made for it.</summary>
    public bool IsOwn(IOperation value)
    {
        value = value.Unwrapped();
        while (value is IMemberReferenceOperation { Instance: { } instance })
            value = instance.Unwrapped();
        return value is ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declaration] }
            && Loop.Syntax.Span.Contains(declaration.Span);
    }

    /// <summary>Whether the value may come from an iteration before: some iteration writes the variable.</summary>
    public bool IsCarried(ISymbol variable) =>
        IsOuter(variable)
        && body.Variables.References(variable).Any(reference => reference.IsWritten()
            && Loop.Body.Syntax.Span.Contains(reference.Syntax.Span));

    /// <summary>Whether the counter, as it is bounded, is a valid index of the collection.</summary>
    public bool IsInRange(IOperation collection, IOperation index) => counter?.IsIndexOf(collection, index, body) is true;

    /// <summary><c>if (…) continue;</c>, which leaves an item out.</summary>
    public bool IsSkipped(IConditionalOperation conditional) =>
        conditional is { WhenFalse: null, WhenTrue: var jump }
        && (jump is IBlockOperation { Operations: [var only] } ? only : jump) is IBranchOperation { BranchKind: BranchKind.Continue } branch
        && SymbolEqualityComparer.Default.Equals(branch.Target, Loop.ContinueLabel);

    /// <summary><c>list.Add(result)</c>.</summary>
    public bool Appends(IInvocationOperation call) =>
        CollectionTypes.AddsPlainly(call.TargetMethod) && Leaves(PlaceKind.Append, call.Instance, call);

    /// <summary><c>array[i] = result</c>, <c>dictionary[key] = result</c>.</summary>
    public bool Stores(ISimpleAssignmentOperation assignment) => assignment.Target switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } element =>
            IsInRange(element.ArrayReference, index) && Leaves(PlaceKind.Slot, element.ArrayReference, assignment),
        IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [{ Value: var key }] } entry =>
            CollectionTypes.HashesPlainly(entry.Property.ContainingType)
                && body.IsNotNull(key)
                && Leaves(PlaceKind.Key, entry.Instance, assignment),
        _ => false,
    };

    /// <summary><c>sum += result</c>.</summary>
    public bool Adds(ICompoundAssignmentOperation assignment) =>
        assignment is { OperatorKind: BinaryOperatorKind.Add, Target: ILocalReferenceOperation { Local: var sum } }
        && IsOuter(sum)
        && IsOnlyUse(sum, assignment)
        && Arithmetic.IsHarmless(assignment)
        && Leaves(sum, PlaceKind.Sum, assignment);

    private bool Leaves(PlaceKind kind, IOperation? collection, IOperation write) =>
        collection?.Unwrapped() is ILocalReferenceOperation { Local: var variable } reference
        && IsOuter(variable)
        && body.IsFresh(variable)
        && !IsUsedBefore(reference)
        && Leaves(variable, kind, write);

    /// <summary>Nobody may see what is there when an iteration fails.</summary>
    private bool Leaves(ILocalSymbol variable, PlaceKind kind, IOperation write)
    {
        if (WriteVisibility.IsSeen(variable, write, DeclaringBlock(variable), body))
            return false;
        _places.Add(new(kind, variable, write));
        return true;
    }

    /// <summary>Whether anything up to the end of the loop, but the write itself, has to do with the collection.</summary>
    private bool IsUsedBefore(ILocalReferenceOperation collection) => body.Variables.References(collection.Local).Any(
        reference => reference.Syntax.SpanStart < Loop.Syntax.Span.End
            && reference != collection
            && reference.Parent is not IPropertyReferenceOperation
            {
                Property:
                {
                    Name: "Length",
                    ContainingType.SpecialType: SpecialType.System_Array
                }
            });

    private bool IsOnlyUse(ILocalSymbol sum, IOperation write) => !body.Variables.References(sum).Any(
        reference => Loop.Syntax.Span.Contains(reference.Syntax.Span) && reference.Parent != write);

    private IOperation DeclaringBlock(ILocalSymbol variable)
    {
        IOperation block = Loop;
        while (block.Parent is { } outer && !(block is IBlockOperation && !IsOutside(block, variable)))
            block = outer;
        return block;
    }

    private static bool IsOutside(IOperation block, ILocalSymbol variable) =>
        !variable.DeclaringSyntaxReferences.Any(declaration => block.Syntax.Span.Contains(declaration.Span));
}
