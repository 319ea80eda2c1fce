namespace Pipeline.Generators.Models;

/// <summary>A type as its partial declaration begins.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">The name as written in source, with type parameters.</param>
internal sealed record TypeHeaderModel(string Keyword, string Name);
