using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipeline.CodeFixes.Planning;

/// <summary>One argument of a join, and what receives its result.</summary>
/// <param name="Call">What is started, or the task of what was.</param>
/// <param name="Type">The type its variable is declared with; null where it is not declared here.</param>
/// <param name="Bound">The name its result gets.</param>
/// <param name="Comments">The comments above it.</param>
internal readonly record struct JoinPart(string Call, string? Type, string Bound, IReadOnlyList<string> Comments)
{
    /// <summary>The call as one argument; a gather that is taken apart as it is received, as all of its arguments.</summary>
    /// <param name="call">The call.</param>
    /// <param name="started">What the join waits for.</param>
    /// <param name="bound">The name of the result, or a discard where nobody asks for it any more.</param>
    /// <param name="comments">The comments above the call.</param>
    public static IEnumerable<JoinPart> Of(ParallelCall call, string started, string bound, IReadOnlyList<string> comments)
    {
        if (call.Node.Join is null || started != call.Invocation.ToString() || !IsGather(call.Invocation) || HoldsComment(call.Invocation))
            return [new(started, DeclaredType(call), bound, comments)];

        string[] calls = [.. call.Invocation.ArgumentList.Arguments.Select(static argument => argument.Expression.ToString())];
        return Receivers(call, bound) is { } receivers && receivers.Length == calls.Length
            ? receivers.Select((receiver, index) => new JoinPart(calls[index], receiver.Type, receiver.Name, index == 0 ? comments : []))
            : [new(started, DeclaredType(call), bound, comments)];
    }

    /// <summary>The type the result's variable is declared with; null where it exists already.</summary>
    public static string? DeclaredType(ParallelCall call) => call.Target switch
    {
        ResultTarget.Declaration => ((VariableDeclarationSyntax)call.Await.Parent!.Parent!.Parent!).Type.ToString(),
        ResultTarget.Deconstruction => call.IsAssigned ? null : "var",
        ResultTarget.Expression => "var",
        _ => null,
    };

    private static bool IsGather(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "All" } };

    private static bool HoldsComment(SyntaxNode node) => node.DescendantTrivia()
        .Any(static trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia));

    private static (string? Type, string Name)[]? Receivers(ParallelCall call, string bound) => call switch
    {
        _ when bound is "_" => [.. call.Nodes.Select(static _ => ((string?)null, "_"))],
        {
            Target: ResultTarget.Deconstruction,
            AssignedTo: DeclarationExpressionSyntax { Designation: ParenthesizedVariableDesignationSyntax names }
        } =>
            [.. names.Variables.Select(static name => ((string?)"var", name.ToString()))],
        { Target: ResultTarget.Deconstruction, AssignedTo: TupleExpressionSyntax tuple } =>
            [.. tuple.Arguments.Select(static argument => argument.Expression switch
        {
            DeclarationExpressionSyntax declaration => ((string?)declaration.Type.ToString(), declaration.Designation.ToString()),
            var variable => (null, variable.ToString()),
        })],
        _ => null,
    };
}
