namespace Pipeline.Differential.Generation;

/// <summary>What a body is mostly made of. Percentages, and weights per <see cref="Kind"/> in its order.</summary>
internal sealed record Profile(int Statements, int Dependence, int Commands, int Risk, params IReadOnlyList<int> Weights)
{
    public static IReadOnlyList<Profile> All { get; } =
    [
        // Nearly everything may overlap.
        new(5, 15, 0, 2, 30, 6, 1, 6, 0, 0, 0, 1),
        // Chains that do not need each other.
        new(7, 45, 0, 2, 30, 3, 1, 3, 0, 0, 0, 0),
        // Queries with something between them.
        new(6, 15, 5, 10, 20, 4, 1, 20, 3, 2, 1, 4),
        // Commands among queries.
        new(6, 20, 30, 5, 20, 5, 2, 4, 1, 1, 1, 1),
        // Several awaits in one expression.
        new(4, 20, 8, 10, 6, 24, 2, 6, 1, 1, 0, 2),
        // Loops.
        new(4, 25, 8, 8, 8, 2, 1, 6, 2, 1, 20, 2),
        // Blocks within blocks.
        new(6, 20, 8, 6, 16, 4, 2, 5, 9, 12, 2, 2),
        // Anything.
        new(7, 30, 12, 12, 12, 6, 5, 10, 5, 5, 4, 5),
    ];

    public int WeightOf(Kind kind) => Weights[(int)kind];
}
