using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.CodeFixes.Rewriting.Loops;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE002: runs the iterations of a loop together, so many at a time, and keeps the order of their results.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialAwaitsInLoopCodeFix))]
[Shared]
public sealed class SequentialAwaitsInLoopCodeFix : ParallelCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialAwaitsInLoop];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = ["Run the iterations together"];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) =>
        GatherEachFix.PlanAsync(document, position, CallViews.Async, cancellationToken);
}
