using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE1xx: what keeps a class marked [Service] from being one. It reports exactly what the generator skips.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ServiceDeclarationAnalyzer : DiagnosticAnalyzer
{
    private static readonly DependencyNotServiceRule NotService = new();

    private static readonly ImmutableDictionary<string, DeclarationRule> Rules = new DeclarationRule[]
    {
        new ServiceNotPartialRule(),
        new UnsupportedParameterRule(),
        new GenericServiceRule(),
        new NameCollisionRule(),
        NotService,
        new DependencyNotQualifiedRule(),
        new NoApiRule(),
        new UnsupportedServiceRule(),
        new UnsupportedApiRule(),
        new UnsupportedConstructorRule(),
        new UnsupportedDependsPropertyRule(),
        new UnsupportedLifecycleMethodRule(),
        new InvalidOptionRule(),
    }.ToImmutableDictionary(static rule => rule.Descriptor.Id);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.Values.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).ServiceAttribute is not null)
            {
                var reported = new ConcurrentDictionary<(string Id, Location Location), bool>();
                start.RegisterSymbolAction(symbol => Analyze(symbol, reported), SymbolKind.NamedType);
                if (StartedTypes.Create(start.Compilation, NotService.Descriptor) is { } started)
                    start.RegisterSyntaxNodeAction(started.Analyze, SyntaxKind.GenericName);
            }
        });
    }

    private static void Analyze(SymbolAnalysisContext context, ConcurrentDictionary<(string Id, Location Location), bool> reported)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (var service in ServicesIn(type))
        {
            foreach (var defect in ServiceContract.Of(service, context.CancellationToken).Defects)
            {
                if (!SymbolEqualityComparer.Default.Equals(BearerOf(defect, service), type))
                    continue;

                // Two services may inherit one defect, and one name may be wrong twice: one error at one place is enough.
                var diagnostic = Rules[defect.DiagnosticId].Report(context.Compilation, service, defect);
                if (reported.TryAdd((diagnostic.Id, diagnostic.Location), true))
                    context.ReportDiagnostic(diagnostic);
            }
        }
    }

    /// <summary>The type that is analyzed when the defect is reported: an editor offers fixes for nothing outside it.</summary>
    private static INamedTypeSymbol BearerOf(ServiceDefect defect, INamedTypeSymbol service) =>
        service.WithContainers().FirstOrDefault(type => SymbolEqualityComparer.Default.Equals(type, defect.Source)) ?? service;

    private static IEnumerable<INamedTypeSymbol> ServicesIn(INamedTypeSymbol type)
    {
        if (type.IsService())
            yield return type;
        foreach (var nested in type.GetTypeMembers())
        {
            foreach (var service in ServicesIn(nested))
                yield return service;
        }
    }
}
