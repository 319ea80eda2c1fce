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

/// <summary>PIPE001: starts calls together that need not wait for one another.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialAwaitsCodeFix))]
[Shared]
public sealed class SequentialAwaitsCodeFix : ParallelCodeFix
{
    private const string Together = "Run together";
    private const string Early = "Run as early as possible";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialAwaits];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = [Together, Early];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) =>
        RunTogetherFix.PlanAsync(document, position, CallViews.Async, title == Early ? FixForm.Early : FixForm.Together, cancellationToken);

    /// <inheritdoc/>
    protected override IEnumerable<int> FindReports(Document document, SemanticModel model, TextSpan member,
        CancellationToken cancellationToken) =>
        FlaggedGroup.PositionsIn(document, model, member, CallViews.Async, cancellationToken);
}
