namespace Pipeline.Generators.Models;

/// <summary>A generated file.</summary>
/// <param name="HintName">Its name.</param>
/// <param name="Text">Its contents.</param>
internal sealed record SourceModel(string HintName, string Text);
