using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>What a message calls a call: the last name of its receiver and the API, <c>modelA.Predict</c>.</summary>
internal static class CallName
{
    private const string AsyncView = "ToAsync";

    public static string Of(IInvocationOperation call) =>
        Receiver((call.Syntax as InvocationExpressionSyntax)?.Expression) is { } receiver
            ? $"{receiver}.{call.TargetMethod.Name}"
            : $"{OwnerName(call.TargetMethod)}.{call.TargetMethod.Name}";

    private static string? Receiver(ExpressionSyntax? callee) =>
        callee is MemberAccessExpressionSyntax access ? LastName(access.Expression) : null;

    private static string? LastName(ExpressionSyntax expression) => expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: AsyncView } view => LastName(view.Expression),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        ParenthesizedExpressionSyntax parenthesized => LastName(parenthesized.Expression),
        PostfixUnaryExpressionSyntax suppressed => LastName(suppressed.Operand),
        _ => null,
    };

    private static string OwnerName(IMethodSymbol method)
    {
        var type = method.ContainingType;
        while (type is { Name: "Async" or "Proxy", ContainingType: { } outer })
            type = outer;
        return type.Name;
    }
}
