using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>The statements calls stand among: a block's, a switch section's, a file's.</summary>
internal sealed class StatementList
{
    private readonly SyntaxNode _owner;

    private StatementList(SyntaxNode owner, IReadOnlyList<StatementSyntax> statements) => (_owner, Statements) = (owner, statements);

    public IReadOnlyList<StatementSyntax> Statements { get; }

    public static StatementList? Of(SyntaxNode region) => region switch
    {
        BlockSyntax block => new(block, block.Statements),
        SwitchSectionSyntax section => new(section, section.Statements),
        CompilationUnitSyntax file =>
            new(file, [.. file.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement)]),
        _ => null,
    };

    /// <summary>Whether the compiler is told something between the first statement and the last; a region tells it nothing.</summary>
    public bool ContainsDirectives(int first, int last) =>
        Statements.Skip(first).Take(last - first + 1).SelectMany(DirectivesOf).Any(static directive => !IsRegion(directive));

    /// <summary>Whether a region begins or ends behind the beginning of the first statement and before the last.</summary>
    public bool ContainsRegions(int first, int last) => Statements.Skip(first).Take(last - first + 1).SelectMany(DirectivesOf)
        .Any(directive => IsRegion(directive) && directive.SpanStart > Statements[first].SpanStart);

    /// <summary>Whether the compiler is told something anywhere, so that what stands at the end may not always stand there.</summary>
    public bool ContainsAnyDirectives => _owner.ContainsDirectives;

    /// <summary>Where the name is mentioned, apart from members of other things.</summary>
    public IEnumerable<IdentifierNameSyntax> References(string name) => Statements
        .SelectMany(static statement => statement.DescendantNodes())
        .OfType<IdentifierNameSyntax>()
        .Where(reference => reference.Identifier.Text == name
            && reference.Parent is not (NameColonSyntax or NameEqualsSyntax)
            && !(reference.Parent is MemberAccessExpressionSyntax member && member.Name == reference));

    /// <summary>The root with some statements in the place of others, and local functions behind all of them.</summary>
    public SyntaxNode Replace(
        SyntaxNode root, int first, int last, IEnumerable<StatementSyntax> replacements, IEnumerable<StatementSyntax> functions) =>
            _owner switch
            {
                BlockSyntax block => root.ReplaceNode(block, block.WithStatements(
                    [.. block.Statements.Take(first), .. replacements, .. block.Statements.Skip(last + 1), .. functions])),
                SwitchSectionSyntax section => root.ReplaceNode(section, section.WithStatements(
                    [.. section.Statements.Take(first), .. replacements, .. section.Statements.Skip(last + 1), .. functions])),
                CompilationUnitSyntax file => ReplaceMembers(file, first, last, replacements, functions),
                _ => root,
            };

    private static IEnumerable<SyntaxTrivia> DirectivesOf(StatementSyntax statement) => statement.ContainsDirectives
        ? statement.DescendantTrivia().Where(static trivia => trivia.IsDirective) : [];

    private static bool IsRegion(SyntaxTrivia directive) =>
        directive.IsKind(SyntaxKind.RegionDirectiveTrivia) || directive.IsKind(SyntaxKind.EndRegionDirectiveTrivia);

    private CompilationUnitSyntax ReplaceMembers(
        CompilationUnitSyntax file, int first, int last, IEnumerable<StatementSyntax> replacements, IEnumerable<StatementSyntax> functions)
    {
        int from = PlaceOf(file, first);
        int to = PlaceOf(file, last);
        int end = PlaceOf(file, Statements.Count - 1);
        return file.WithMembers(
        [
            .. file.Members.Take(from),
            .. replacements.Select(SyntaxFactory.GlobalStatement),
            .. file.Members.Skip(to + 1).Take(end - to),
            .. functions.Select(SyntaxFactory.GlobalStatement),
            .. file.Members.Skip(end + 1),
        ]);
    }

    private int PlaceOf(CompilationUnitSyntax file, int statement) =>
        file.Members.IndexOf((MemberDeclarationSyntax)Statements[statement].Parent!);
}
