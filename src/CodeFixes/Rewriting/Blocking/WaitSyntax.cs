using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Rewriting.Blocking;

/// <summary>Reads <c>task.Result</c>, <c>task.Wait()</c> and <c>task.GetAwaiter().GetResult()</c>.</summary>
internal static class WaitSyntax
{
    /// <summary>The task that is waited for.</summary>
    public static ExpressionSyntax TaskIn(ExpressionSyntax wait) => wait switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult" } member } =>
            TaskIn(WithoutParentheses(member.Expression)),
        InvocationExpressionSyntax { Expression: var member } => TaskIn(member),
        MemberAccessExpressionSyntax member => WithoutParentheses(member.Expression),
        _ => wait,
    };

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? WithoutParentheses(inner) : expression;
}
