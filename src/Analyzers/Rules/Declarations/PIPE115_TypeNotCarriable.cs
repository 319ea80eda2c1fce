using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Declarations.Wire;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Declarations;

/// <summary>PIPE115: a service is reached or served across a process boundary, and a type of its APIs would lose something there.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypeNotCarriableAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.TypeNotCarriable,
        "Type that cannot cross a process boundary",
        "'{0}' cannot cross a process boundary: {1}",
        DiagnosticSeverity.Error,
        "System.Text.Json writes such a member and does not read it back, without a word. The pipeline refuses it when it starts.");

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Somebody who writes converters may have one for the type, and says so to the serializer, not to the compiler.
            if (KnownSymbols.Of(start.Compilation).ApiAttribute is not null && !WritesConverters(start.Compilation))
                RemoteService.OnEach(start, Analyze);
        });
    }

    private static bool WritesConverters(Compilation compilation) =>
        compilation.ContainsSymbolsWithName(static name => name.EndsWith("Converter", StringComparison.Ordinal), SymbolFilter.Type);

    private static void Analyze(RemoteService service, Action<Diagnostic> report)
    {
        foreach (var api in MemberChain.Find(service.Type, SymbolAttributes.IsApi))
        {
            string? loss = api.Parameters
                .Where(static parameter => !parameter.IsCancellationToken() && !parameter.IsFromScope())
                .Select(static parameter => new WireLoss().Find(parameter.Type, parameter.Name))
                .Append(new WireLoss().Find(api.ReturnType.ResultOrSelf(), "the result"))
                .FirstOrDefault(static loss => loss is not null);
            if (loss is not null)
                report(Diagnostic.Create(Rule, service.Place, $"{service.Type.Name}.{ApiName.Of(api.Name)}", loss));
        }
    }
}
