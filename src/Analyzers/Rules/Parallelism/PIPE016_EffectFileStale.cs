using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>PIPE016: the effect file has lines that say nothing, or speak of code that has changed since; one report for all.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectFileStaleAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = Descriptor.Create(
        DiagnosticIds.EffectFileStale,
        "Line of the effect file is ignored or out of date",
        "{0}{1}; run `pipeline scan --record`",
        DiagnosticSeverity.Warning,
        "The effect file tells each project what the others do. A line that is not understood is ignored; one about "
        + "code as it was may be wrong.",
        WellKnownDiagnosticTags.CompilationEnd);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rule];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationAction(Analyze);
    }

    private static void Analyze(CompilationAnalysisContext context)
    {
        if (RecordedEffects.FileOf(context.Options) is not { } file || file.GetText(context.CancellationToken) is not { } text)
            return;
        var parsed = EffectFile.Parse(text.ToString());
        var found = parsed.Errors.Select(static error => (error.Line, Reason: $"line {error.Line + 1} is ignored: {error.Reason}"))
            .Concat(StaleMembers.In(parsed, context.Compilation, context.CancellationToken)
                .Select(static member => (member.Line, Reason: $"'{member.Bodies[0]}' has changed since its line was written")))
            .OrderBy(static problem => problem.Line)
            .ToArray();
        if (found.Length > 0)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(Rule, LocationOf(file, text, found[0].Line), found[0].Reason, More(found.Length - 1)));
        }
    }

    private static string More(int others) => others == 0 ? "" : $", and {others} more";

    private static Location LocationOf(AdditionalText file, SourceText text, int line)
    {
        var span = text.Lines[line].Span;
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }
}
