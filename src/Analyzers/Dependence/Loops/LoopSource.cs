using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Library;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Dependence.Loops;

/// <summary>Whether walking over what a <c>foreach</c> is given runs no code between the iterations.</summary>
internal static class LoopSource
{
    public static bool IsInMemory(IForEachLoopOperation loop, BodyContext body)
    {
        if (loop.IsAsynchronous || loop.Syntax is not CommonForEachStatementSyntax syntax)
            return false;

        var source = loop.Collection.Unwrapped();
        return (IsRange(source) || (CollectionTypes.IsInMemory(source.Type) && IsUnshared(source, body)))
            && body.Model.GetForEachStatementInfo(syntax) is
            {
                ElementConversion: { IsIdentity: true }
                or { IsImplicit: true, IsReference: true }
            }
            && (syntax is not ForEachVariableStatementSyntax pairs || DeconstructsPlainly(body.Model.GetDeconstructionInfo(pairs)));
    }

    private static bool IsRange(IOperation source) =>
        source is IInvocationOperation
        {
            TargetMethod:
            {
                Name: "Range",
                ContainingType: { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
            }
        };

    /// <summary>
    /// A collection that others can reach may change while the calls run; an immutable one cannot, and what a call gives is its own.
    /// </summary>
    private static bool IsUnshared(IOperation source, BodyContext body) => source switch
    {
        IMemberReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation =>
            !source.IsShared(body.Variables) || IsImmutable(source.Type),
        IAwaitOperation or IInvocationOperation or IObjectCreationOperation or IArrayCreationOperation or ICollectionExpressionOperation =>
            true,
        _ => false,
    };

    private static bool IsImmutable(ITypeSymbol? type) =>
        type is { SpecialType: SpecialType.System_String } or { ContainingNamespace.Name: "Immutable" or "Frozen" };

    private static bool DeconstructsPlainly(DeconstructionInfo info) =>
        info.Method is null or { ContainingType: { Name: "KeyValuePair", ContainingNamespace.Name: "Generic" } }
        && info.Nested.All(static part => part is { Method: null, Nested.IsEmpty: true, Conversion: null or { IsIdentity: true } });
}
