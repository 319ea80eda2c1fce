using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>How <c>Pipeline.Gather</c> can be named at a place.</summary>
internal static class GatherName
{
    public static (string Name, bool NeedsUsing) At(SemanticModel model, int position)
    {
        var visible = model.LookupNamespacesAndTypes(position, name: "Gather");
        if (visible is [INamedTypeSymbol gather] && gather.HasFullName(WellKnownNames.Gather))
            return ("Gather", false);
        return visible.IsEmpty && model.LookupSymbols(position, name: "Gather").IsEmpty
            ? ("Gather", true) : ("global::Pipeline.Gather", false);
    }

    /// <summary>Adds the directive where the file has its own: at the top, or in its namespace.</summary>
    public static CompilationUnitSyntax AddUsing(CompilationUnitSyntax root)
    {
        if (root.Usings.Count == 0
            && root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault(static space => space.Usings.Count > 0) is { } space)
            return root.ReplaceNode(space, space.WithUsings(Insert(space.Usings, DirectiveLike(space.Usings[0]))));
        if (root.Usings.Count > 0)
            return root.WithUsings(Insert(root.Usings, DirectiveLike(root.Usings[0])));

        // The first directive takes over what stands at the top of the file.
        var newLine = SyntaxFactory.EndOfLine(SourceStyle.NewLineOf(root.SyntaxTree));
        return root
            .WithMembers(root.Members.Replace(root.Members[0], root.Members[0].WithLeadingTrivia(newLine)))
            .WithUsings([Directive.WithLeadingTrivia(root.GetLeadingTrivia()).WithTrailingTrivia(newLine)]);
    }

    private static UsingDirectiveSyntax Directive =>
        SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("Pipeline")).NormalizeWhitespace();

    /// <summary>A directive with the indentation and line end of another.</summary>
    private static UsingDirectiveSyntax DirectiveLike(UsingDirectiveSyntax other) => Directive
        .WithLeadingTrivia(other.GetLeadingTrivia().Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)))
        .WithTrailingTrivia(SyntaxFactory.EndOfLine(SourceStyle.NewLineOf(other.SyntaxTree)));

    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, UsingDirectiveSyntax directive)
    {
        int place = usings.TakeWhile(IsBefore).Count();
        return place > 0
            ? usings.Insert(place, directive)
            : usings
                .Replace(usings[0], usings[0].WithLeadingTrivia(directive.GetLeadingTrivia()))
                .Insert(0, directive.WithLeadingTrivia(usings[0].GetLeadingTrivia()));
    }

    private static bool IsBefore(UsingDirectiveSyntax other) =>
        other.GlobalKeyword.RawKind != 0
        || (other is { Alias: null, StaticKeyword.RawKind: 0, NamespaceOrType: var name }
            && (IsSystem(name.ToString()) || string.CompareOrdinal(name.ToString(), "Pipeline") < 0));

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
