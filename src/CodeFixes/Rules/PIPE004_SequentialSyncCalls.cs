using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Rewriting.Asynchrony;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE004: makes a sync API async, so that what it calls can run together.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SequentialSyncCallsCodeFix))]
[Shared]
public sealed class SequentialSyncCallsCodeFix : ParallelCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.SequentialSyncCalls];

    /// <inheritdoc/>
    protected override ImmutableArray<string> Titles { get; } = ["Make it async and run the calls together"];

    /// <inheritdoc/>
    protected override Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, string title, CancellationToken cancellationToken) =>
        AsyncApiFix.PlanAsync(document, position, cancellationToken);
}
