using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Declarations.Wire;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE116: a service is reached or served across a process boundary, and two of its APIs have one name there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WireNameSharedAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.WireNameShared,
        "Overloads with one name across a process boundary",
        "'{0}' has {1} APIs called '{2}', which callers in other processes cannot tell apart: give each a name, [Api(Name = \"…\")]",
        DiagnosticSeverity.Error,
        "Across a process boundary an API is found by its name alone, so that its parameters may change without breaking callers.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Of(start.Compilation).ApiAttribute is not null)
                RemoteService.OnEach(start, Analyze);
        });
    }

    private static void Analyze(RemoteService service, Action<Diagnostic> report)
    {
        foreach (var overloads in MemberChain.Find(service.Type, SymbolAttributes.IsApi).GroupBy(NameOf, StringComparer.Ordinal))
        {
            if (overloads.Count() > 1)
                report(Diagnostic.Create(Rule, service.Place, service.Type.Name, overloads.Count(), overloads.Key));
        }
    }

    private static string NameOf(IMethodSymbol api) =>
        api.GetAttribute(WellKnownNames.ApiAttribute)?.GetValue<string>("Name") ?? ApiName.Of(api.Name);
}
