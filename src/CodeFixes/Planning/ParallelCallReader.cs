using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.CodeFixes.Planning;

/// <summary>Reads the calls of a group off the source; gives up where one is written in a way that no fix understands.</summary>
internal static class ParallelCallReader
{
    /// <param name="nodes">The call, or all that one gather starts.</param>
    /// <param name="statements">The statements it stands among.</param>
    public static ParallelCall? Read(CallNode[] nodes, IReadOnlyList<StatementSyntax> statements)
    {
        var node = nodes[0];
        var started = node.Join ?? node.Invocation;
        if (started.Syntax is not InvocationExpressionSyntax invocation
            || SourceStyle.HoldsLongString(invocation)
            || (node.Join is { } join && !StartsNothingElse(join, nodes))
            || node.Wait is not IAwaitOperation { Syntax: AwaitExpressionSyntax wait }
            || ReadAwaited(wait, out var configuration) is not { } awaited
            || StatementOf(wait, statements) is not (>= 0 and var place)
            || TaskOf(started.Type) is not var (type, asTask))
        {
            return null;
        }

        var holder = awaited == invocation ? null : HolderOf(invocation, awaited, statements);
        if (awaited != invocation && (holder is null || asTask.Length > 0))
            return null;

        return new()
        {
            Nodes = nodes,
            Invocation = invocation,
            Await = wait,
            Holder = holder,
            ConfigureAwait = configuration,
            Statement = place,
            Target = TargetOf(wait, statements[place], node.Wait.SemanticModel!),
            TaskType = type,
            AsTask = asTask,
        };
    }

    /// <summary>
    /// Whether the tasks a gather waits for are the calls and no others, and no argument is awaited for behind one that has started:
    /// taken out of the gather, that await would come first.
    /// </summary>
    private static bool StartsNothingElse(IInvocationOperation join, CallNode[] nodes) =>
        join.Syntax is InvocationExpressionSyntax { ArgumentList.Arguments: var arguments }
        && arguments.Count == nodes.Length
        && !arguments.Skip(1).SelectMany(static argument => argument.DescendantNodes()).OfType<AwaitExpressionSyntax>().Any()
        && arguments.All(argument => nodes.Any(node => node.IsStartedByJoin && node.Invocation.Syntax == argument.Expression));

    /// <summary>What is awaited, apart from parentheses and <c>ConfigureAwait</c>.</summary>
    private static ExpressionSyntax ReadAwaited(AwaitExpressionSyntax wait, out string? configuration)
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

        return awaited;
    }

    /// <summary>The declaration of the local that holds nothing but the task of the call, where that is what is awaited.</summary>
    private static LocalDeclarationStatementSyntax? HolderOf(
        InvocationExpressionSyntax call, ExpressionSyntax awaited, IReadOnlyList<StatementSyntax> statements) =>
        call.Parent is EqualsValueClauseSyntax
        {
            Parent: VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement },
            } local,
        }
        && awaited is IdentifierNameSyntax name
        && name.Identifier.ValueText == local.Identifier.ValueText
        && statements.Contains(statement) ? statement : null;

    /// <summary>The task of a call, and how to get it.</summary>
    private static (ITypeSymbol Type, string AsTask)? TaskOf(ITypeSymbol? returned) => returned switch
    {
        INamedTypeSymbol { IsValueType: true } task when task.IsTask() =>
            FindMember<IMethodSymbol>(task, "AsTask")?.ReturnType is { } type ? (type, ".AsTask()") : null,
        INamedTypeSymbol unary when AwaitForms.IsUnaryCall(unary) =>
            FindMember<IPropertySymbol>(unary, "ResponseAsync")?.Type is { } type ? (type, ".ResponseAsync") : null,
        { } other => (other, ""),
        null => null,
    };

    private static T? FindMember<T>(INamedTypeSymbol type, string name)
        where T : class, ISymbol => type.GetMembers(name).OfType<T>().FirstOrDefault();

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
        LocalDeclarationStatementSyntax
        {
            UsingKeyword.RawKind: 0,
            Declaration: { Type: not RefTypeSyntax, Variables: [{ Initializer.Value: var value }] }
        }
            when value == wait => ResultTarget.Declaration,
        ExpressionStatementSyntax { Expression: var whole } when whole == wait => ResultTarget.Nothing,
        ExpressionStatementSyntax
        {
            Expression: AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment,
        } when assignment.Right == wait => TargetOf(model.GetOperation(assignment.Left)),
        _ => ResultTarget.Expression,
    };

    private static ResultTarget TargetOf(IOperation? left) => left switch
    {
        IDiscardOperation => ResultTarget.Nothing,
        ILocalReferenceOperation or IParameterReferenceOperation => ResultTarget.Assignment,
        IDeclarationExpressionOperation { Syntax: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax } } =>
            ResultTarget.Deconstruction,
        ITupleOperation tuple when tuple.Elements.All(static element =>
            TargetOf(element) is not ResultTarget.Expression || DeclaresVariable(element)) => ResultTarget.Deconstruction,
        _ => ResultTarget.Expression,
    };

    private static bool DeclaresVariable(IOperation element) => element is IDeclarationExpressionOperation
    {
        Syntax: DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax },
    };
}
