using Pipeline.Analyzers.Effects.Bodies;

namespace Pipeline.Analyzers.Effects;

/// <summary>What is found out about one of the project's own methods.</summary>
/// <param name="Label">The method as a message names it: <c>Rates.LoadAsync</c>.</param>
/// <param name="Basis">What it comes down to.</param>
/// <param name="Reads">Whether it looks at the world; else it only computes.</param>
/// <param name="Objection">What keeps two calls of it from being queries that may overlap; null if nothing.</param>
internal sealed record OwnSummary(string Label, Basis Basis, bool Reads, string? Objection);
