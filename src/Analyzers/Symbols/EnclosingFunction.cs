using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>Finds the function an operation belongs to.</summary>
internal static class EnclosingFunction
{
    /// <summary>The function whose outermost operation this is; null for any other operation.</summary>
    public static IMethodSymbol? Of(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation lambda => lambda.Symbol,
        ILocalFunctionOperation function => function.Symbol,
        IMethodBodyOperation body => body.SemanticModel!.GetDeclaredSymbol(body.Syntax) as IMethodSymbol,
        _ => null,
    };

    /// <summary>The outermost operation of the innermost function around an operation.</summary>
    public static IOperation BodyAround(IOperation operation)
    {
        var current = operation;
        while (current.Parent is { } parent && current is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            current = parent;
        return current;
    }
}
