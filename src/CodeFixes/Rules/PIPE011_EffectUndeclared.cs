using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Pipeline.CodeFixes.Rewriting.Effects;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rules;

/// <summary>PIPE011: declares the effect of an API, wherever in the solution it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EffectUndeclaredCodeFix))]
[Shared]
public sealed class EffectUndeclaredCodeFix : CodeFixProvider
{
    private const string Reads = nameof(Reads);
    private const string None = nameof(None);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EffectUndeclared];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => EffectFixAllProvider.Instance;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await ApiDeclaration.FindAsync(context.Document, diagnostic, context.CancellationToken)
                .ConfigureAwait(false) is not { } api)
                continue;

            var solution = context.Document.Project.Solution;
            Register($"Declare '{api.Name}' to change nothing (Effect.Reads)", Reads);
            Register($"Declare '{api.Name}' to depend on its arguments alone (Effect.None)", None);

            void Register(string title, string effect) => context.RegisterCodeFix(
                CodeAction.Create(title, token => EffectEdit.ApplyAsync(solution, [api], effect, token), effect), diagnostic);
        }
    }
}
