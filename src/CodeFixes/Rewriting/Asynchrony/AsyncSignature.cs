using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;
using Pipeline.CodeFixes.Rewriting.Blocking;

namespace Pipeline.CodeFixes.Rewriting.Asynchrony;

/// <summary>
/// <c>float Predict(float[] row)</c> as <c>async Task&lt;float&gt; PredictAsync(float[] row, CancellationToken cancellationToken)</c>.
/// </summary>
internal static class AsyncSignature
{
    private const string Suffix = "Async";
    private const string Token = "cancellationToken";

    /// <summary>The method with the signature; null where it cannot have it.</summary>
    public static MethodDeclarationSyntax? Of(MethodDeclarationSyntax declaration, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(declaration) is not { } method || !CanBeAsync(method))
            return null;
        bool hasToken = method.Parameters.Any(static parameter => TokenInScope.IsToken(parameter.Type));
        if (!hasToken && declaration.DescendantTokens().Any(static token => token.ValueText == Token))
            return null;

        var changed = declaration
            .WithIdentifier(SyntaxFactory.Identifier(method.Name + Suffix).WithTriviaFrom(declaration.Identifier))
            .WithReturnType(SyntaxFactory.ParseTypeName(ReturnType(declaration, method, model))
                .WithTrailingTrivia(declaration.ReturnType.GetTrailingTrivia()))
            .WithModifiers(declaration.Modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword).WithTrailingTrivia(SyntaxFactory.Space)));
        return hasToken ? changed : changed.WithParameterList(WithToken(declaration.ParameterList, method, model));
    }

    /// <summary>Whether nothing but its callers depends on the signature, and the language allows the other one.</summary>
    private static bool CanBeAsync(IMethodSymbol method) =>
        method is { IsStatic: false, IsVirtual: false, IsAbstract: false, IsOverride: false, RefKind: RefKind.None }
        && method is { IsPartialDefinition: false, PartialDefinitionPart: null }
        && method.DeclaredAccessibility is not Accessibility.NotApplicable
        && !method.Name.EndsWith(Suffix, StringComparison.Ordinal)
        && method.ReturnType is
        {
            IsRefLikeType: false,
            OriginalDefinition.SpecialType: not SpecialType.System_Collections_Generic_IEnumerable_T
        }
        && method.Parameters.All(static parameter => parameter is { RefKind: RefKind.None, IsParams: false, Type.IsRefLikeType: false })
        && method.ContainingType.GetMembers().All(other =>
            SymbolEqualityComparer.Default.Equals(other, method) || (other.Name != method.Name && other.Name != method.Name + Suffix))
        && !Implements(method);

    private static bool Implements(IMethodSymbol method) =>
        !method.ExplicitInterfaceImplementations.IsEmpty || method.ContainingType.AllInterfaces
        .SelectMany(face => face.GetMembers(method.Name))
        .Any(member => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(member), method));

    private static string ReturnType(MethodDeclarationSyntax declaration, IMethodSymbol method, SemanticModel model)
    {
        string task = Minimal("System.Threading.Tasks.Task", declaration, model);
        return method.ReturnsVoid ? task : $"{task}<{declaration.ReturnType.WithoutTrivia()}>";
    }

    private static ParameterListSyntax WithToken(ParameterListSyntax list, IMethodSymbol method, SemanticModel model)
    {
        string value = method.Parameters.Any(static parameter => parameter.IsOptional) ? " = default" : "";
        string parameter = $"{Minimal("System.Threading.CancellationToken", list, model)} {Token}{value}";
        var added = SyntaxFactory.ParseParameterList($"({parameter})").Parameters[0];
        if (list.Parameters.Count == 0)
            return list.WithParameters([added]);

        // A list over several lines goes on as it began.
        var last = list.Parameters[list.Parameters.Count - 1];
        bool isOnOwnLine = last.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(
            isOnOwnLine ? SyntaxFactory.EndOfLine(SourceStyle.NewLineOf(list.SyntaxTree)) : SyntaxFactory.Space);
        return list.WithParameters(SyntaxFactory.SeparatedList(
            [.. list.Parameters, isOnOwnLine ? added.WithLeadingTrivia(last.GetLeadingTrivia()) : added],
            [.. list.Parameters.GetSeparators(), comma]));
    }

    private static string Minimal(string type, SyntaxNode place, SemanticModel model) =>
        model.Compilation.GetTypeByMetadataName(type)!.ToMinimalDisplayString(model, place.SpanStart);
}
