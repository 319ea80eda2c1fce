using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>Recognises loops.</summary>
internal static class LoopSyntax
{
    public static bool IsLoop(this SyntaxNode node) =>
        node is ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax;
}
