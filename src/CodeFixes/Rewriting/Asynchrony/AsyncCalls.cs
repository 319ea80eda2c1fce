using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.CodeFixes.Rewriting.Blocking;

namespace Pipeline.CodeFixes.Rewriting.Asynchrony;

/// <summary>Makes the calls of a method that has become async go through the async view, and awaits them.</summary>
internal static class AsyncCalls
{
    /// <returns>The document; null where a call cannot go through the async view.</returns>
    public static async Task<Document?> ReplaceAsync(Document document, SyntaxAnnotation mark, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(document, cancellationToken).ConfigureAwait(false);
        var method = editor.OriginalRoot.GetAnnotatedNodes(mark).Single();
        var own = method.DescendantNodes(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));
        foreach (var syntax in own.OfType<InvocationExpressionSyntax>())
        {
            if (editor.SemanticModel.GetOperation(syntax, cancellationToken) is not IInvocationOperation call
                || !call.IsSyncViewCall()
                || IsStream(call))
                continue;
            if (AsyncViewCall.Plan(call) is not { } rewrite)
                return null;
            editor.ReplaceNode(syntax, (current, _) => AwaitSyntax.InPlaceOf(syntax, rewrite.Apply(current)).WithTriviaFrom(current));
        }

        return editor.GetChangedDocument();
    }

    private static bool IsStream(IInvocationOperation call) =>
        call.TargetMethod.ReturnType.OriginalDefinition.SpecialType is SpecialType.System_Collections_Generic_IEnumerable_T;
}
