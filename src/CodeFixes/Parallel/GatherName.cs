using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Shared;
using Pipeline.Shared.Effects;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>How <c>Pipeline.Gather</c> can be named at a place.</summary>
internal static class GatherName
{
    public static (string Name, bool NeedsUsing) At(SemanticModel model, int position)
    {
        var visible = model.LookupNamespacesAndTypes(position, name: "Gather");
        if (visible is [INamedTypeSymbol gather] && gather.HasFullName(WellKnownNames.Gather))
            return ("Gather", false);
        return visible.IsEmpty && model.LookupSymbols(position, name: "Gather").IsEmpty ? ("Gather", true) : ("global::Pipeline.Gather", false);
    }

    public static CompilationUnitSyntax AddUsing(CompilationUnitSyntax root)
    {
        string newLine = root.GetText().ToString().Contains("\r\n") ? "\r\n" : "\n";
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("Pipeline")).NormalizeWhitespace().WithTrailingTrivia(SyntaxFactory.EndOfLine(newLine));
        int place = root.Usings.TakeWhile(IsBefore).Count();
        if (place > 0)
            return root.WithUsings(root.Usings.Insert(place, directive));

        // The first directive takes over what stands at the top of the file.
        directive = directive.WithLeadingTrivia(root.GetLeadingTrivia());
        return root.Usings.Count > 0
            ? root.WithUsings(root.Usings.Replace(root.Usings[0], root.Usings[0].WithoutLeadingTrivia()).Insert(0, directive))
            : root.WithMembers(root.Members.Replace(root.Members[0], root.Members[0].WithLeadingTrivia(SyntaxFactory.EndOfLine(newLine)))).WithUsings([directive]);
    }

    private static bool IsBefore(UsingDirectiveSyntax other) =>
        other.GlobalKeyword.RawKind != 0
        || (other is { Alias: null, StaticKeyword.RawKind: 0, NamespaceOrType: var name } && (IsSystem(name.ToString()) || string.CompareOrdinal(name.ToString(), "Pipeline") < 0));

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
