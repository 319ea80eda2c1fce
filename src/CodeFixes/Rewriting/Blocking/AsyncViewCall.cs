using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.CodeFixes.Rewriting.Blocking;

/// <summary>Turns <c>dep.Predict(x)</c> into <c>dep.ToAsync.Predict(x, ct)</c>.</summary>
internal sealed class AsyncViewCall
{
    private readonly AsyncArguments _arguments;

    private AsyncViewCall(AsyncArguments arguments) => _arguments = arguments;

    /// <summary>The plan for a call through the sync view, or null where its syntax has no plain counterpart.</summary>
    public static AsyncViewCall? Plan(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax or SimpleNameSyntax } syntax
        && AsyncArguments.Plan(call, syntax) is { } arguments
            ? new AsyncViewCall(arguments)
            : null;

    /// <summary>The call as it is now, what is inside it being fixed already, through the async view.</summary>
    public InvocationExpressionSyntax Apply(SyntaxNode current)
    {
        var call = (InvocationExpressionSyntax)current;
        return call.WithExpression(Member(call.Expression)).WithArgumentList(_arguments.Apply(call.ArgumentList));
    }

    private static MemberAccessExpressionSyntax Member(ExpressionSyntax called) => called is MemberAccessExpressionSyntax access
        ? Access(Access(access.Expression, access.OperatorToken, View), SyntaxFactory.Token(SyntaxKind.DotToken), access.Name)
        : Access(View, SyntaxFactory.Token(SyntaxKind.DotToken), (SimpleNameSyntax)called);

    private static MemberAccessExpressionSyntax Access(ExpressionSyntax left, SyntaxToken dot, SimpleNameSyntax right) =>
        SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, left, dot, right);

    private static IdentifierNameSyntax View => SyntaxFactory.IdentifierName(ProxyNames.ToAsync);
}
