using System.Text.RegularExpressions;

namespace Pipeline.Differential.Generation;

/// <summary>A body's text: a type of that name with a method <c>RunAsync</c>, and other types whose names begin with its own.</summary>
internal sealed record BodySource(string TypeName, string Text)
{
    public string FileName => $"{TypeName}.cs";

    /// <summary>Another text for the same body, under a name of its own.</summary>
    public BodySource Variant(string suffix, string text) =>
        new(TypeName + suffix, Regex.Replace(text, $@"\b{TypeName}(?!\d)", TypeName + suffix));
}
