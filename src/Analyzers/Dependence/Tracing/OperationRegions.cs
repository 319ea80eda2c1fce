using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Dependence.Tracing;

/// <summary>Regions the operation tree does not show.</summary>
internal static class OperationRegions
{
    /// <summary>Whether the block is that of a <c>checked</c>, <c>unchecked</c>, <c>unsafe</c> or <c>fixed</c> statement.</summary>
    public static bool OpensRegion(this IBlockOperation block) =>
        block.Syntax.Parent is CheckedStatementSyntax or UnsafeStatementSyntax or FixedStatementSyntax;
}
