using Microsoft.CodeAnalysis;

namespace Pipeline.CodeFixes.Planning;

/// <summary>One step of a statement list: a statement, or the start of a call apart from the statement that awaits it.</summary>
internal sealed class ScheduleItem
{
    /// <summary>The call that starts; null for a statement.</summary>
    public ParallelCall? Start { get; init; }

    /// <summary>The place of the statement in the list.</summary>
    public required int Statement { get; init; }

    /// <summary>The calls the statement awaits.</summary>
    public IReadOnlyList<ParallelCall> Awaited { get; init; } = [];

    public required IReadOnlyCollection<ISymbol> Reads { get; init; }

    public required IReadOnlyCollection<ISymbol> Writes { get; init; }

    /// <summary>Whether it may change an object that a variable refers to.</summary>
    public bool MayChangeObjects { get; init; }

    /// <summary>Whether the statement is written as it stands, not absorbed by a join.</summary>
    public bool IsWritten => Start is null && (Awaited.Count == 0 || Awaited.All(static call => call.Target is ResultTarget.Expression));

    /// <summary>Whether the two cannot change places.</summary>
    public bool Conflicts(ScheduleItem other) =>
        Meets(Writes, other.Reads) || Meets(Writes, other.Writes) || Meets(Reads, other.Writes)
        || ((MayChangeObjects || other.MayChangeObjects)
            && Reads.Any(symbol => IsShared(symbol) && other.Reads.Contains(symbol, SymbolEqualityComparer.Default)));

    /// <summary>Whether the other reads what this one writes.</summary>
    public bool Feeds(ScheduleItem other) => Meets(Writes, other.Reads);

    private static bool Meets(IReadOnlyCollection<ISymbol> left, IReadOnlyCollection<ISymbol> right) =>
        left.Any(symbol => right.Contains(symbol, SymbolEqualityComparer.Default));

    private static bool IsShared(ISymbol variable) => variable switch
    {
        ILocalSymbol { Type: var type } => IsShared(type),
        IParameterSymbol { Type: var type } => IsShared(type),
        _ => true,
    };

    private static bool IsShared(ITypeSymbol type) =>
        type.SpecialType is SpecialType.None
            && type is { IsReadOnly: false, TypeKind: not TypeKind.Enum }
            && type.Name != "CancellationToken";
}
