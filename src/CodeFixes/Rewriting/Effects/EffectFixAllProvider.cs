using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Pipeline.CodeFixes.Rewriting.Effects;

/// <summary>Declares the effects of many APIs at once. The calls are in one document, what has to change is in others.</summary>
internal sealed class EffectFixAllProvider : FixAllProvider
{
    public static readonly EffectFixAllProvider Instance = new();

    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        if (fixAllContext.CodeActionEquivalenceKey is not { } effect)
            return null;

        var apis = new List<ApiDeclaration>();
        foreach (var document in Documents(fixAllContext))
        {
            foreach (var diagnostic in await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (await ApiDeclaration.FindAsync(document, diagnostic, fixAllContext.CancellationToken).ConfigureAwait(false) is { } api)
                    apis.Add(api);
            }
        }

        return apis.Count == 0
            ? null
            : CodeAction.Create($"Declare Effect.{effect}", token =>
                EffectEdit.ApplyAsync(fixAllContext.Solution, apis, effect, token), effect);
    }

    private static IEnumerable<Document> Documents(FixAllContext context) => context.Scope switch
    {
        FixAllScope.Document when context.Document is { } document => [document],
        FixAllScope.Project => context.Project.Documents,
        FixAllScope.Solution => context.Solution.Projects.SelectMany(static project => project.Documents),
        _ => [],
    };
}
