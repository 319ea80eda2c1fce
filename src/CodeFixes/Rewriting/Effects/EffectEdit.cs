using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace Pipeline.CodeFixes.Rewriting.Effects;

/// <summary>Writes <c>Effect = Effect.Reads</c> into <c>[Api]</c> attributes.</summary>
internal static class EffectEdit
{
    private const string Property = "Effect";

    public static async Task<Solution> ApplyAsync(
        Solution solution, IEnumerable<ApiDeclaration> apis, string effect, CancellationToken cancellationToken)
    {
        foreach (var inTree in apis.Select(static api => api.Attribute).GroupBy(static attribute => attribute.SyntaxTree))
        {
            if (solution.GetDocument(inTree.Key) is not { } document)
                continue;
            var root = await inTree.Key.GetRootAsync(cancellationToken).ConfigureAwait(false);
            var attributes = inTree.Select(attribute => attribute.GetSyntax(cancellationToken)).OfType<AttributeSyntax>().Distinct();
            solution = solution.WithDocumentSyntaxRoot(
                document.Id, root.ReplaceNodes(attributes, (_, attribute) => WithEffect(attribute, effect)));
        }

        return solution;
    }

    public static AttributeSyntax WithEffect(AttributeSyntax attribute, string effect)
    {
        var value = SyntaxFactory.ParseExpression($"global::Pipeline.{Property}.{effect}").WithAdditionalAnnotations(Simplifier.Annotation);
        var argument = SyntaxFactory.AttributeArgument(value).WithNameEquals(SyntaxFactory.NameEquals(
            SyntaxFactory.IdentifierName(Property).WithTrailingTrivia(SyntaxFactory.Space),
            SyntaxFactory.Token(SyntaxKind.EqualsToken).WithTrailingTrivia(SyntaxFactory.Space)));
        var list = attribute.ArgumentList ?? SyntaxFactory.AttributeArgumentList();
        var declared = list.Arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText is Property);
        var arguments = declared is null ? list.Arguments.Add(argument) : list.Arguments.Replace(declared, argument);
        return attribute.WithArgumentList(list.WithArguments(arguments));
    }
}
