using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rewriting.Effects;

/// <summary>Where an API is marked <c>[Api]</c>.</summary>
/// <param name="Name"><c>Service.Method</c>.</param>
/// <param name="Attribute">The attribute, in some document of the solution.</param>
internal readonly record struct ApiDeclaration(string Name, SyntaxReference Attribute)
{
    /// <summary>The declaration behind the call that is reported; null where it is not in source.</summary>
    public static async Task<ApiDeclaration?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        var node = root?.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
        if (node is null
            || model?.GetOperation(node, cancellationToken) is not IInvocationOperation call
            || ServiceApi.Of(call.TargetMethod.OriginalDefinition) is not { } api)
            return null;

        for (var method = api.Method; method is not null; method = method.OverriddenMethod)
        {
            if (method.GetAttribute(WellKnownNames.ApiAttribute)?.ApplicationSyntaxReference is { } attribute)
                return document.Project.Solution.GetDocument(attribute.SyntaxTree) is null
                    ? null : new($"{api.Service.Name}.{method.Name}", attribute);
        }

        return null;
    }
}
