using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Symbols;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// Moves an argument of a gather into a local function, so that the arguments behind it start without waiting for its await.
/// </summary>
internal static class BranchFix
{
    /// <param name="document">The document as it is now.</param>
    /// <param name="position">Where the await stands.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static async Task<Func<CancellationToken, Task<Document?>>?> PlanAsync(
        Document document, int position, CancellationToken cancellationToken)
    {
        if (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model)
            return null;
        var root = await model.SyntaxTree.GetRootAsync(cancellationToken).ConfigureAwait(false);
        if (root.FindToken(position).Parent is not AwaitExpressionSyntax wait
            || BranchOf(wait, model) is not { } branch
            || branch.AncestorsAndSelf().OfType<StatementSyntax>().First() is not { ContainsDirectives: false } statement
            || StatementList.Of(statement.Parent is GlobalStatementSyntax ? root : statement.Parent!) is not { } list)
        {
            return null;
        }

        return async token =>
        {
            var result = document.WithSyntaxRoot(Rewrite(root, wait, branch, list, statement, model));
            return await CompileCheck.CompilesAsWellAsync(document, result, token).ConfigureAwait(false) ? result : null;
        };
    }

    private static SyntaxNode Rewrite(
        SyntaxNode root, AwaitExpressionSyntax wait, InvocationExpressionSyntax branch, StatementList list, StatementSyntax statement,
        SemanticModel model)
    {
        int place = list.Statements.ToList().IndexOf(statement);
        if (OnlyHolds(branch, wait, model) is { } task)
            return list.Replace(root, place, place, [statement.ReplaceNode(branch, task.WithTriviaFrom(branch))], []);

        var style = SourceStyle.Of(statement);
        string name = ResultNames.Around(branch).Unused(EarlyNames.FunctionOf(NameOf(branch)));
        string type = model.GetTypeInfo(branch).Type!.ToMinimalDisplayString(model, NullableFlowState.NotNull, branch.SpanStart);
        string configuration = ConfigurationOf(wait) is { } argument ? $".ConfigureAwait({argument})" : "";
        var function = style.Line($"async {type} {name}() => await {branch.WithoutTrivia()}{configuration};", style.NewLine);
        var call = SyntaxFactory.ParseExpression($"{name}()").WithTriviaFrom(branch);
        return list.Replace(root, place, place, [statement.ReplaceNode(branch, call)], [function]);
    }

    /// <summary>
    /// The argument the await is in. Only of a gather that throws the failures of its arguments, in their order, and only the first
    /// that starts anything: what the await throws has to come out before what any other argument does.
    /// </summary>
    private static InvocationExpressionSyntax? BranchOf(AwaitExpressionSyntax wait, SemanticModel model)
    {
        SyntaxNode? argument = null;
        for (SyntaxNode node = wait; node.Parent is { } parent and not (StatementSyntax or AnonymousFunctionExpressionSyntax); node =
            parent)
        {
            argument = node is ArgumentSyntax or ExpressionElementSyntax ? node : argument;
            // Of several failures, Task.WhenAll throws a fault before a cancellation.
            if (parent is InvocationExpressionSyntax gather
                && model.GetSymbolInfo(gather).Symbol is IMethodSymbol method
                && Joins.TakesTasks(method))
                return Joins.WaitsForAll(method) && Joins.IsGather(method) && Branch(argument, wait) is { } branch
                    && IsFirst(branch, gather) ? branch : null;
        }

        return null;
    }

    private static bool IsFirst(InvocationExpressionSyntax branch, InvocationExpressionSyntax gather) => !gather.ArgumentList
        .DescendantNodes()
        .Any(node => node is InvocationExpressionSyntax or BaseObjectCreationExpressionSyntax && node.Span.End <= branch.SpanStart);

    private static InvocationExpressionSyntax? Branch(SyntaxNode? argument, AwaitExpressionSyntax wait) => argument?.DescendantNodes()
        .OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => call.Span.Contains(wait.Span)
            && (call.Parent == argument || call.Parent?.Parent is CollectionExpressionSyntax { Parent: ArgumentSyntax }));

    /// <summary><c>Task.FromResult(await …)</c> stands for the task that is awaited.</summary>
    private static ExpressionSyntax? OnlyHolds(InvocationExpressionSyntax branch, AwaitExpressionSyntax wait, SemanticModel model)
    {
        if (model.GetSymbolInfo(branch).Symbol is not IMethodSymbol { Name: "FromResult" }
            || branch.ArgumentList.Arguments is not [{ Expression: var only }]
            || only != wait)
            return null;
        var task = ConfigurationOf(wait) is null
            ? wait.Expression : ((MemberAccessExpressionSyntax)((InvocationExpressionSyntax)wait.Expression).Expression).Expression;
        return SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(task).Type, model.GetTypeInfo(branch).Type) ? task : null;
    }

    private static string? ConfigurationOf(AwaitExpressionSyntax wait) => wait.Expression is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" },
        ArgumentList.Arguments: [var argument],
    }
        ? argument.ToString()
        : null;

    /// <summary>Whom the branch asks, else what.</summary>
    private static string NameOf(InvocationExpressionSyntax branch) => branch.Expression switch
    {
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: SimpleNameSyntax service } } =>
            service.Identifier.ValueText.TrimStart('_'),
        MemberAccessExpressionSyntax { Expression: SimpleNameSyntax service } => service.Identifier.ValueText.TrimStart('_'),
        _ => "Branch",
    };
}
