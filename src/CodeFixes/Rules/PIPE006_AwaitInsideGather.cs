using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Rewriting;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE006: gives an argument of a gather that awaits something a branch of its own, a local function.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AwaitInsideGatherCodeFix))]
[Shared]
public sealed class AwaitInsideGatherCodeFix : ParallelCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.AwaitInsideGather];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = ["Await in a branch of its own"];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) =>
        BranchFix.PlanAsync(document, position, cancellationToken);
}
