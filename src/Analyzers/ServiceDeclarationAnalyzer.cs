using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Declarations;
using Pipeline.Shared;

namespace Pipeline.Analyzers;

/// <summary>PIPE1xx: what keeps a class marked [Service] from being one. It reports exactly what the generator skips.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceDeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly ImmutableDictionary<string, DeclarationRule> Rules = new DeclarationRule[]
    {
        new ServiceNotPartialRule(),
        new UnsupportedParameterRule(),
        new GenericServiceRule(),
        new NameCollisionRule(),
        new DependencyNotServiceRule(),
        new DependencyNotQualifiedRule(),
        new NoApiRule(),
        new UnsupportedServiceRule(),
        new UnsupportedApiRule(),
        new UnsupportedConstructorRule(),
        new UnsupportedDependsPropertyRule(),
        new UnsupportedLifecycleMethodRule(),
        new InvalidTimeoutRule(),
    }.ToImmutableDictionary(static rule => rule.Descriptor.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [.. Rules.Values.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (start.Compilation.GetTypeByMetadataName(WellKnownNames.ServiceAttribute) is not null)
            {
                var reported = new ConcurrentDictionary<(string Id, Location Location), bool>();
                start.RegisterSymbolAction(symbol => Analyze(symbol, reported), SymbolKind.NamedType);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<(string Id, Location Location), bool> reported)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsService())
            return;
        foreach (var defect in ServiceContract.Of(type, context.CancellationToken).Defects)
        {
            // Two services may inherit one defect, and one name may be wrong twice: one error at one place is enough.
            var diagnostic = Rules[defect.DiagnosticId].Report(context.Compilation, type, defect);
            if (reported.TryAdd((diagnostic.Id, diagnostic.Location), true))
                context.ReportDiagnostic(diagnostic);
        }
    }
}
