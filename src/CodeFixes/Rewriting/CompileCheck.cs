using Microsoft.CodeAnalysis;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Definite assignment, nullable flow, conversions, variables out of scope: the compiler knows them best.</summary>
internal static class CompileCheck
{
    /// <summary>Whether the compiler has nothing to say of the changed document that it did not say before.</summary>
    public static async Task<bool> CompilesAsWellAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var known = await DiagnosticsAsync(before, cancellationToken).ConfigureAwait(false);
        var now = await DiagnosticsAsync(after, cancellationToken).ConfigureAwait(false);
        return now.All(count => known.TryGetValue(count.Key, out int had) && count.Value <= had);
    }

    /// <summary>Whether the whole project, with what is generated for it, is free of errors.</summary>
    public static async Task<bool> BuildsAsync(Project project, CancellationToken cancellationToken) =>
        await project.GetCompilationAsync(cancellationToken).ConfigureAwait(false) is { } compilation
        && !compilation.GetDiagnostics(cancellationToken).Any(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static async Task<Dictionary<string, int>> DiagnosticsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!.GetDiagnostics(cancellationToken: cancellationToken)
            .Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .GroupBy(static diagnostic => diagnostic.Id)
            .ToDictionary(static group => group.Key, static group => group.Count());
    }
}
