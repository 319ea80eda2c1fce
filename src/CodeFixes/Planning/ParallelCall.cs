using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.CodeFixes.Planning;

/// <summary>
/// One call of a group as it is written, or one gather of several: which statement awaits it, and what receives its result.
/// </summary>
internal sealed class ParallelCall
{
    /// <summary>The call itself, or those that a gather starts.</summary>
    public required IReadOnlyList<CallNode> Nodes { get; init; }

    public CallNode Node => Nodes[0];

    public SemanticModel Model => Node.Invocation.SemanticModel!;

    /// <summary>What is started: <c>model.ToAsync.Predict(x)</c>, <c>Gather.All(…)</c>.</summary>
    public required InvocationExpressionSyntax Invocation { get; init; }

    /// <summary>The whole <c>await</c>, with <c>ConfigureAwait</c> where there is one.</summary>
    public required AwaitExpressionSyntax Await { get; init; }

    /// <summary>The statement <c>var task = model.ToAsync.Predict(x);</c> where the task is awaited later; null where at once.</summary>
    public required LocalDeclarationStatementSyntax? Holder { get; init; }

    /// <summary>The argument of <c>ConfigureAwait</c> as written, or null.</summary>
    public required string? ConfigureAwait { get; init; }

    /// <summary>The place of the statement that awaits it in the block.</summary>
    public required int Statement { get; init; }

    /// <summary>How the result is received.</summary>
    public required ResultTarget Target { get; init; }

    /// <summary>The task that stands for the call.</summary>
    public required ITypeSymbol TaskType { get; init; }

    /// <summary>What turns what the call returns into a task; nothing where it is one.</summary>
    public required string AsTask { get; init; }

    /// <summary>
    /// Whether the call may throw before there is a task: no proxy does, nor an <c>async</c> method. Others may, and what was started
    /// before them would be left running.
    /// </summary>
    public bool MayThrowAtOnce => Nodes.Any(static node => node.Call.View is CallViews.Client && !node.Invocation.TargetMethod.IsAsync);

    /// <summary>What the task gives; null for a task without a result.</summary>
    public ITypeSymbol? ResultType => TaskType is INamedTypeSymbol { TypeArguments: [var result] } ? result : null;

    /// <summary>
    /// What receives the result, as it is written; of a result that is taken apart, all of it. Null where it stands in an expression.
    /// </summary>
    public string? Receiver => Target switch
    {
        ResultTarget.Declaration => ((VariableDeclaratorSyntax)Await.Parent!.Parent!).Identifier.Text,
        ResultTarget.Deconstruction when AssignedTo is DeclarationExpressionSyntax declaration => declaration.Designation.ToString(),
        ResultTarget.Assignment or ResultTarget.Deconstruction => AssignedTo.ToString(),
        ResultTarget.Nothing => "_",
        _ => null,
    };

    /// <summary>The expression an assignment writes to.</summary>
    public ExpressionSyntax AssignedTo => ((AssignmentExpressionSyntax)Await.Parent!).Left;

    /// <summary>The variables that receive the result, or parts of it.</summary>
    public IEnumerable<string> Variables => Target is ResultTarget.Deconstruction
        ? AssignedTo.DescendantNodesAndSelf().Select(static node => node switch
        {
            SingleVariableDesignationSyntax variable => variable.Identifier.Text,
            ArgumentSyntax { Expression: IdentifierNameSyntax variable } => variable.Identifier.Text,
            _ => "",
        }).Where(static name => name.Length > 0)
        : Receiver is { } receiver ? [receiver] : [];

    /// <summary>Whether the result goes to variables that are declared elsewhere too.</summary>
    public bool IsAssigned =>
        Target is ResultTarget.Assignment || (Target is ResultTarget.Deconstruction && AssignedTo is not DeclarationExpressionSyntax);
}
