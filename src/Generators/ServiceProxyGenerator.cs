using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Contract;
using Pipeline.Generators.Emission;
using Pipeline.Generators.Models;
using Pipeline.Generators.Parsing;

namespace Pipeline.Generators;

/// <summary>Writes the proxies and the definition of every class marked <c>[Service]</c>, one file each.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ServiceProxyGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The compiler runs this transform again for every service at every edit: it reads nothing but the name.
        var names = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.ServiceAttribute,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, _) => ServiceName.Of(attributed))
            .Collect()
            .Select(static (names, _) => names.OfType<string>().ToEquatableArray())
            .WithTrackingName(TrackingNames.Names);

        var declarations = context.CompilationProvider
            .Select(static (compilation, cancellationToken) => DeclarationSnapshot.Of(compilation, cancellationToken))
            .WithComparer(DeclarationSnapshot.Comparer)
            .WithTrackingName(TrackingNames.Declarations);

        // All names at once, and then an item for each service: with an item per name from the first step on, random edits once left a
        // service without its file. Why was not found out; EditFuzzTests would see it again.
        var services = names
            .Combine(declarations)
            .SelectMany(static (item, cancellationToken) => ServiceParser.Parse(item.Left, item.Right, cancellationToken))
            .WithTrackingName(TrackingNames.Services);

        var clashes = services
            .Select(static (service, _) => service.HintName)
            .WithTrackingName(TrackingNames.HintNames)
            .Collect()
            .Select(static (names, _) => HintNameClashes.Find(names))
            .WithTrackingName(TrackingNames.HintNameClashes);

        var missingLanguage = services
            .Collect()
            .Select(static (services, _) => LanguageRequirement.Of(services))
            .Combine(context.ParseOptionsProvider.Select(static (options, _) => ((CSharpParseOptions)options).LanguageVersion))
            .Select(static (versions, _) => LanguageRequirement.Missing(versions.Left, versions.Right))
            .WithTrackingName(TrackingNames.MissingLanguage);

        var sources = services
            .Combine(clashes.Combine(missingLanguage))
            .Select(static (item, _) => item.Right is (var clashes, null)
                ? ServiceEmitter.Emit(item.Left, HintNameClashes.Resolve(item.Left, clashes))
                : null)
            .WithTrackingName(TrackingNames.Sources);

        context.RegisterSourceOutput(sources, Add);
        context.RegisterSourceOutput(missingLanguage, Add);
    }

    private static void Add(SourceProductionContext output, SourceModel? source)
    {
        if (source is not null)
            output.AddSource(source.HintName, source.Text);
    }
}
