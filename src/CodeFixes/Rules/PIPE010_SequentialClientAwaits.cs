using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.CodeFixes.Planning;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.CodeFixes.Rewriting.Loops;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE010: as for PIPE001, and with <c>Task.WhenAll</c> where the project does not refer to Pipeline.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialClientAwaitsCodeFix))]
[Shared]
public sealed class SequentialClientAwaitsCodeFix : ParallelCodeFix
{
    private const string Together = "Run together";
    private const string Early = "Run as early as possible";
    private const string Each = "Run the iterations together";
    private const CallViews Views = CallViews.Async | CallViews.Client;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialClientAwaits];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = [Together, Early, Each];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) => title == Each
        ? GatherEachFix.PlanAsync(document, position, Views, cancellationToken)
        : RunTogetherFix.PlanAsync(document, position, Views, title == Early ? FixForm.Early : FixForm.Together, cancellationToken);

    /// <inheritdoc/>
    protected override IEnumerable<int> FindReports(Document document, SemanticModel model, TextSpan member,
        CancellationToken cancellationToken) =>
        FlaggedGroup.PositionsIn(document, model, member, Views, cancellationToken);
}
