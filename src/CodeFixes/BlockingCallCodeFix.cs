using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Blocking;
using Pipeline.Analyzers.Proxies;
using Pipeline.CodeFixes.Blocking;
using Pipeline.Shared;

namespace Pipeline.CodeFixes;

/// <summary>PIPE003: awaits the call instead of blocking on it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BlockingCallCodeFix))]
[Shared]
public sealed class BlockingCallCodeFix : DocumentCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BlockingCall];

    /// <inheritdoc/>
    protected override string Title => "Await the call";

    /// <inheritdoc/>
    protected override Action<SyntaxEditor>? Plan(SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        FindCall(model, reported, diagnostic, cancellationToken) is { } call && !IsConditional((ExpressionSyntax)call.Operation.Syntax)
            ? call.Form switch
            {
                BlockingForm.Task => PlanTask(call),
                BlockingForm.Call => PlanCall(call),
                BlockingForm.Stream => PlanStream(call),
                _ => null,
            }
            : null;

    private static BlockingCall? FindCall(SemanticModel model, SyntaxNode reported, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        for (var node = reported; node is ExpressionSyntax; node = node.Parent)
        {
            if (model.GetOperation(node, cancellationToken) is { } operation
                && BlockingCall.Find(operation) is { } call
                && call.Location.SourceSpan == diagnostic.Location.SourceSpan)
                return call;
        }

        return null;
    }

    private static Action<SyntaxEditor>? PlanTask(BlockingCall call)
    {
        if (call.Operation is IInvocationOperation { Arguments.Length: > 0 } || ExpectsAggregate(call.Operation))
            return null;
        var wait = (ExpressionSyntax)call.Operation.Syntax;
        return editor => editor.ReplaceNode(wait, (current, _) =>
            AwaitSyntax.InPlaceOf(wait, TaskIn((ExpressionSyntax)current)).WithTriviaFrom(current));
    }

    private static Action<SyntaxEditor>? PlanCall(BlockingCall call)
    {
        var syntax = (InvocationExpressionSyntax)call.Operation.Syntax;
        return AsyncArguments.Plan((IInvocationOperation)call.Operation, syntax) is { } arguments
            ? editor => editor.ReplaceNode(syntax, (current, _) =>
                AwaitSyntax.InPlaceOf(syntax, ThroughAsyncView((InvocationExpressionSyntax)current, arguments)).WithTriviaFrom(current))
            : null;
    }

    private static Action<SyntaxEditor>? PlanStream(BlockingCall call)
    {
        var syntax = (InvocationExpressionSyntax)call.Operation.Syntax;
        if (syntax.Parent is not CommonForEachStatementSyntax loop || AsyncArguments.Plan((IInvocationOperation)call.Operation, syntax) is not { } arguments)
            return null;
        return editor =>
        {
            editor.ReplaceNode(syntax, (current, _) => ThroughAsyncView((InvocationExpressionSyntax)current, arguments).WithTriviaFrom(current));
            editor.ReplaceNode(loop, static (current, _) => AwaitSyntax.AddTo((CommonForEachStatementSyntax)current));
        };
    }

    /// <summary>The task in <c>task.Result</c>, <c>task.Wait()</c> or <c>task.GetAwaiter().GetResult()</c>.</summary>
    private static ExpressionSyntax TaskIn(ExpressionSyntax wait) => wait switch
    {
        MemberAccessExpressionSyntax access => WithoutParentheses(access.Expression),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetResult", Expression: var awaiter } } => TaskIn(WithoutParentheses(awaiter)),
        InvocationExpressionSyntax { Expression: var member } => TaskIn(member),
        _ => wait,
    };

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? WithoutParentheses(inner) : expression;

    private static InvocationExpressionSyntax ThroughAsyncView(InvocationExpressionSyntax call, AsyncArguments arguments)
    {
        var view = SyntaxFactory.IdentifierName(ProxyNames.ToAsync);
        ExpressionSyntax member = call.Expression switch
        {
            MemberAccessExpressionSyntax access => access
                .WithExpression(SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, access.Expression, access.OperatorToken, view))
                .WithOperatorToken(SyntaxFactory.Token(SyntaxKind.DotToken)),
            var name => SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, view, (SimpleNameSyntax)name),
        };
        return call.WithExpression(member).WithArgumentList(arguments.Apply(call.ArgumentList));
    }

    /// <summary>Whether the call only happens when something before it is not null: an await cannot take its place.</summary>
    private static bool IsConditional(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsConditional(access.Expression),
        InvocationExpressionSyntax invocation => IsConditional(invocation.Expression),
        ElementAccessExpressionSyntax access => IsConditional(access.Expression),
        PostfixUnaryExpressionSyntax postfix => IsConditional(postfix.Operand),
        _ => false,
    };

    /// <summary>Whether a handler waits for the exception that only a blocked task throws.</summary>
    private static bool ExpectsAggregate(IOperation wait)
    {
        for (var child = wait; child.Parent is { } parent && EnclosingFunction.Of(child) is null; child = parent)
        {
            if (parent is ITryOperation statement && statement.Body == child
                && statement.Catches.Any(static handler => handler.ExceptionType.Name == nameof(AggregateException)))
                return true;
        }

        return false;
    }
}
