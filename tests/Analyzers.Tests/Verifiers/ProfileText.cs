using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Analyzers.Tests;

/// <summary><c>pipeline.profile.json</c> among the additional files.</summary>
internal sealed class ProfileText(string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text);

    public override string Path => "/code/pipeline.profile.json";

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}
