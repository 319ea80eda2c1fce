using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE015: the body of a library's API shows what the API does, but other projects see only what is declared.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectUnpublishedAnalyzer : DiagnosticAnalyzer
{
    /// <summary>The property that tells the fix which effect to declare.</summary>
    internal const string Effect = nameof(Effect);

    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.EffectUnpublished,
        "Effect is known here but not declared for other projects",
        "'{0}' {1} (Effect.{2}); declare it, other projects cannot see the body",
        DiagnosticSeverity.Info,
        "An analyzer sees the bodies of one project. Calls from other projects count only if the API declares its effect.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.Options.OutputKind is not OutputKind.DynamicallyLinkedLibrary
                || KnownSymbols.Of(start.Compilation).ApiAttribute is null)
            {
                return;
            }

            var effects = EffectClassifier.Of(start.Compilation, start.Options);
            start.RegisterSymbolAction(symbol => Analyze(symbol, effects), SymbolKind.Method);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, EffectClassifier effects)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsApi() || !method.ContainingType.IsService() || !IsVisible(method.ContainingType)
            || new ServiceApi(method.ContainingType, method).DeclaredEffect is not ApiEffect.Unknown)
        {
            return;
        }

        var effect = effects.EffectOf(method, context.CancellationToken).Effect;
        if (effect is ApiEffect.Unknown)
            return;
        context.ReportDiagnostic(Diagnostic.Create(
            Rule,
            method.Locations[0],
            ImmutableDictionary<string, string?>.Empty.Add(Effect, effect.ToString()),
            $"{method.ContainingType.Name}.{ApiName.Of(method.Name)}",
            Verb(effect),
            effect));
    }

    private static string Verb(ApiEffect effect) => effect switch
    {
        ApiEffect.None => "computes only",
        ApiEffect.Reads => "only reads",
        _ => "writes",
    };

    private static bool IsVisible(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (type.DeclaredAccessibility is not Accessibility.Public)
                return false;
        }

        return true;
    }
}
