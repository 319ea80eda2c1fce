using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.CodeFixes.Planning;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE010: as for PIPE001, and with <c>Task.WhenAll</c> where the project does not refer to Pipeline.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialClientAwaitsCodeFix))]
[Shared]
public sealed class SequentialClientAwaitsCodeFix : ParallelCodeFix
{
    private const string Together = "Run together";
    private const string Early = "Run as early as possible";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialClientAwaits];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = [Together, Early];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) => RunTogetherFix.PlanAsync(
        document, position, CallViews.Async | CallViews.Client, title == Early ? FixForm.Early : FixForm.Together, cancellationToken);

    /// <inheritdoc/>
    protected override IEnumerable<int> FindReports(Document document, SemanticModel model, TextSpan member,
        CancellationToken cancellationToken) =>
        FlaggedGroup.PositionsIn(document, model, member, CallViews.Async | CallViews.Client, cancellationToken);
}
