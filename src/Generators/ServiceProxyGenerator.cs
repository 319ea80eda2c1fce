using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;
using Pipeline.Generators.Emission;
using Pipeline.Generators.Parsing;

namespace Pipeline.Generators;

/// <summary>Writes the proxies and the definition of every class marked <c>[Service]</c>, one file each.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceProxyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var services = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.ServiceAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellationToken) => ServiceParser.Parse(attributed, cancellationToken))
            .Where(static service => service is not null)
            .Select(static (service, _) => service!)
            .WithTrackingName(TrackingNames.Services);

        var clashes = services
            .Select(static (service, _) => service.HintName)
            .WithTrackingName(TrackingNames.HintNames)
            .Collect()
            .Select(static (names, _) => HintNameClashes.Find(names))
            .WithTrackingName(TrackingNames.HintNameClashes);

        var sources = services
            .Combine(clashes)
            .Select(static (item, _) => ServiceEmitter.Emit(item.Left, HintNameClashes.Resolve(item.Left, item.Right)))
            .WithTrackingName(TrackingNames.Sources);

        context.RegisterSourceOutput(sources, static (output, source) => output.AddSource(source.HintName, source.Text));
    }
}
