using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Where an iteration leaves its result.</summary>
/// <param name="Kind">In which way.</param>
/// <param name="Variable">The list, array, dictionary or sum.</param>
/// <param name="Write">The operation that leaves it there.</param>
internal readonly record struct Place(PlaceKind Kind, ILocalSymbol Variable, IOperation Write);
