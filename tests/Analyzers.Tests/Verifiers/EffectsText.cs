using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Analyzers.Tests;

/// <summary>A solution's effect file.</summary>
internal sealed class EffectsText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => "/shop/pipeline.effects";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
