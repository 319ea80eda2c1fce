using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>The statements calls stand among: a block's, a file's, or the one an expression body stands for.</summary>
internal sealed class StatementList
{
    private readonly SyntaxNode _owner;

    private StatementList(SyntaxNode owner, IReadOnlyList<StatementSyntax> statements) => (_owner, Statements) = (owner, statements);

    public IReadOnlyList<StatementSyntax> Statements { get; }

    public static StatementList? Of(SyntaxNode region) => region switch
    {
        BlockSyntax block => new(block, block.Statements),
        CompilationUnitSyntax file => new(file, [.. file.Members.OfType<GlobalStatementSyntax>().Select(static member => member.Statement)]),
        _ => null,
    };

    /// <summary>The root with some statements in the place of others.</summary>
    public SyntaxNode Replace(SyntaxNode root, int first, int last, IEnumerable<StatementSyntax> replacements) => _owner switch
    {
        BlockSyntax block => root.ReplaceNode(block, block.WithStatements(
            [.. block.Statements.Take(first), .. replacements, .. block.Statements.Skip(last + 1)])),
        CompilationUnitSyntax file => ReplaceMembers(file, first, last, replacements),
        _ => root,
    };

    private CompilationUnitSyntax ReplaceMembers(CompilationUnitSyntax file, int first, int last, IEnumerable<StatementSyntax> replacements)
    {
        int from = file.Members.IndexOf((MemberDeclarationSyntax)Statements[first].Parent!);
        int to = file.Members.IndexOf((MemberDeclarationSyntax)Statements[last].Parent!);
        return file.WithMembers(
            [.. file.Members.Take(from), .. replacements.Select(SyntaxFactory.GlobalStatement), .. file.Members.Skip(to + 1)]);
    }
}
