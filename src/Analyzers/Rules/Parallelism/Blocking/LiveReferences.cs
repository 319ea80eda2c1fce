using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>Spans, ref structs and ref locals cannot live across an await; code that keeps one has to block or be rewritten.</summary>
internal static class LiveReferences
{
    /// <summary>Whether anything by reference is alive at the operation and used after it.</summary>
    public static bool CrossAwaitAt(IOperation operation, IOperation function) =>
        IsEvaluatedBefore(operation) || IsHeldByEnclosingStatement(operation, function) || IsUsedAfterwards(operation, function);

    private static bool IsEvaluatedBefore(IOperation operation)
    {
        var child = operation;
        while (child.Parent is { } parent and not (IBlockOperation or IAnonymousFunctionOperation))
        {
            foreach (var sibling in parent.ChildOperations)
            {
                if (sibling == child)
                    break;
                if (sibling.DescendantsAndSelf().Any(YieldsReference))
                    return true;
            }

            child = parent;
        }

        return false;
    }

    private static bool IsHeldByEnclosingStatement(IOperation operation, IOperation function)
    {
        for (var current = operation; current != function && current.Parent is { } parent; current = parent)
        {
            var held = parent switch
            {
                IForEachLoopOperation loop when loop.Body == current => HasReferenceEnumerator(loop),
                IUsingOperation statement when statement.Body == current => statement.Resources.DescendantsAndSelf().Any(YieldsReference),
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != current)
                    .OfType<IUsingDeclarationOperation>().Any(static declaration => declaration.DescendantsAndSelf().Any(YieldsReference)),
                _ => false,
            };
            if (held)
                return true;
        }

        return false;
    }

    private static bool IsUsedAfterwards(IOperation operation, IOperation function) =>
        function.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            YieldsReference(reference)
            && Declaration(reference.Local) is { } declaration
            && declaration.Span.End <= operation.Syntax.SpanStart
            && reference.Syntax.SpanStart >= RunsAgainFrom(operation, declaration));

    /// <summary>Where code that may run after the operation begins: behind it, or with the outermost loop that keeps the local.</summary>
    private static int RunsAgainFrom(IOperation operation, SyntaxReference declaration)
    {
        var loop = operation.Syntax.Ancestors().LastOrDefault(node => node.IsLoop() && node.SpanStart > declaration.Span.Start);
        return loop?.SpanStart ?? operation.Syntax.Span.End;
    }

    private static SyntaxReference? Declaration(ILocalSymbol local) => local.DeclaringSyntaxReferences.FirstOrDefault();

    private static bool HasReferenceEnumerator(IForEachLoopOperation loop) =>
        loop.Locals.Any(static local => local.IsRef || local.Type.IsRefLikeType)
        || (loop.Syntax is CommonForEachStatementSyntax syntax
            && loop.SemanticModel.GetForEachStatementInfo(syntax).GetEnumeratorMethod?.ReturnType.IsRefLikeType == true);

    private static bool YieldsReference(IOperation operation) => operation switch
    {
        { Type.IsRefLikeType: true } => true,
        ILocalReferenceOperation reference => reference.Local.IsRef,
        IVariableDeclaratorOperation declarator => declarator.Symbol.IsRef || declarator.Symbol.Type.IsRefLikeType,
        IInvocationOperation call => call.TargetMethod.RefKind != RefKind.None,
        IPropertyReferenceOperation property => property.Property.RefKind != RefKind.None,
        _ => false,
    };
}
