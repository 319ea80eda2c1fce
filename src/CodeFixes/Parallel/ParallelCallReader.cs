using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence;

namespace Pipeline.CodeFixes.Parallel;

/// <summary>Reads the calls of a group off the source; gives up where one is written in a way that no fix understands.</summary>
internal static class ParallelCallReader
{
    public static IReadOnlyList<ParallelCall>? Read(CallGroup group, IReadOnlyList<StatementSyntax> statements)
    {
        var calls = new List<ParallelCall>();
        for (int index = 0; index < group.Calls.Length; index++)
        {
            if (Read(group.Calls[index], statements) is not { } call)
                return null;
            for (int earlier = 0; earlier < index; earlier++)
            {
                if (group.DependsOn(index, earlier))
                    call.Level = Math.Max(call.Level, calls[earlier].Level + 1);
            }

            calls.Add(call);
        }

        return calls;
    }

    private static ParallelCall? Read(CallNode node, IReadOnlyList<StatementSyntax> statements)
    {
        if (node.Invocation.Syntax is not InvocationExpressionSyntax invocation
            || node.Join is not null
            || node.Wait is not IAwaitOperation { Syntax: AwaitExpressionSyntax wait }
            || TryReadAwaited(wait, invocation, out var configuration) is false
            || StatementOf(wait, statements) is not (>= 0 and var place))
        {
            return null;
        }

        return new()
        {
            Node = node,
            Invocation = invocation,
            Await = wait,
            ConfigureAwait = configuration,
            Statement = place,
            Target = TargetOf(wait, statements[place], node.Wait.SemanticModel!),
            ResultType = node.Invocation.Type is INamedTypeSymbol { TypeArguments: [var result] } ? result : null,
        };
    }

    /// <summary>Whether what is awaited is the very call, apart from parentheses and <c>ConfigureAwait</c>.</summary>
    private static bool TryReadAwaited(AwaitExpressionSyntax wait, InvocationExpressionSyntax call, out string? configuration)
    {
        configuration = null;
        var awaited = WithoutParentheses(wait.Expression);
        if (awaited is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task },
                ArgumentList.Arguments: [var argument],
            })
        {
            configuration = argument.ToString();
            awaited = WithoutParentheses(task);
        }

        return awaited == call;
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax { Expression: var inner } ? WithoutParentheses(inner) : expression;

    private static int StatementOf(SyntaxNode node, IReadOnlyList<StatementSyntax> statements)
    {
        for (int index = 0; index < statements.Count; index++)
        {
            if (statements[index].Span.Contains(node.Span))
                return index;
        }

        return -1;
    }

    private static ResultTarget TargetOf(AwaitExpressionSyntax wait, StatementSyntax statement, SemanticModel model) => statement switch
    {
        LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Type: not RefTypeSyntax, Variables: [{ Initializer.Value: var value }] } }
            when value == wait => ResultTarget.Declaration,
        ExpressionStatementSyntax { Expression: var whole } when whole == wait => ResultTarget.Nothing,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment }
            when assignment.Right == wait => model.GetOperation(assignment.Left) switch
            {
                IDiscardOperation => ResultTarget.Nothing,
                ILocalReferenceOperation or IParameterReferenceOperation => ResultTarget.Assignment,
                _ => ResultTarget.Expression,
            },
        _ => ResultTarget.Expression,
    };
}
