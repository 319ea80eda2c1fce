namespace Pipeline.Differential.Generation;

/// <summary>A body's text: a type of that name with a method <c>RunAsync</c>.</summary>
internal sealed record BodySource(string TypeName, string Text)
{
    public string FileName => $"{TypeName}.cs";
}
