using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Definite assignment, nullable flow, conversions, variables out of scope: the compiler knows them best.</summary>
internal static class CompileCheck
{
    /// <summary>
    /// Whether the compiler has nothing to say of the changed document that it did not say before, and no comment is lost.
    /// </summary>
    public static async Task<bool> CompilesAsWellAsync(Document before, Document after, CancellationToken cancellationToken) =>
        await CommentCheck.KeepsAllAsync(before, after, cancellationToken).ConfigureAwait(false)
        && await AreNoNewerAsync(BoundAsync, before, after, cancellationToken).ConfigureAwait(false)
        && (!await ReferenceUse.IsNearAsync(before, after, cancellationToken).ConfigureAwait(false)
            || await AreNoNewerAsync(EmittedAsync, before, after, cancellationToken).ConfigureAwait(false));

    /// <summary>Whether the whole project, with what is generated for it, is free of errors.</summary>
    public static async Task<bool> BuildsAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
        && !compilation.GetDiagnostics(cancellationToken).Any(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    /// <summary>The document as it was is asked only where the changed one has diagnostics.</summary>
    private static async Task<bool> AreNoNewerAsync(
        Func<Document, CancellationToken, Task<IEnumerable<Diagnostic>>> diagnose, Document before, Document after,
        CancellationToken cancellationToken)
    {
        var now = (await diagnose(after, cancellationToken).ConfigureAwait(false))
            .GroupBy(static diagnostic => diagnostic.Id)
            .ToList();
        if (now is [])
            return true;

        var known = (await diagnose(before, cancellationToken).ConfigureAwait(false))
            .GroupBy(static diagnostic => diagnostic.Id)
            .ToDictionary(static group => group.Key, static group => group.Count());
        return now.TrueForAll(group => known.TryGetValue(group.Key, out int had) && group.Count() <= had);
    }

    private static async Task<IEnumerable<Diagnostic>> BoundAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
    }

    /// <summary>What the compiler says only as it writes code: of references and spans that would have to outlive an await.</summary>
    private static async Task<IEnumerable<Diagnostic>> EmittedAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var compilation = model!.Compilation;
        foreach (var tree in compilation.SyntaxTrees.Where(tree => tree != model.SyntaxTree))
            compilation = compilation.ReplaceSyntaxTree(tree, BodylessTrees.Of(tree, cancellationToken));
        using var nowhere = new MemoryStream();
        return compilation.Emit(nowhere, cancellationToken: cancellationToken).Diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree == model.SyntaxTree);
    }
}
