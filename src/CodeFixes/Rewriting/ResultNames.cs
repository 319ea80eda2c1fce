using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Names for results that had none, taken from what receives them; no name is used in the member yet.</summary>
internal sealed class ResultNames
{
    private readonly HashSet<string> _taken;
    private readonly Dictionary<ParallelCall, string> _names = [];

    private ResultNames(SyntaxNode member) =>
        _taken = [.. member.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
            .Select(static token => token.ValueText)];

    /// <summary>Gives every call's result its name in the rewritten member.</summary>
    public static ResultNames Of(IReadOnlyList<ParallelCall> calls)
    {
        var names = new ResultNames(MemberOf(calls[0].Await));
        foreach (var call in calls)
            names._names.Add(call, call.Receiver ?? names.New(call));
        return names;
    }

    /// <summary>
    /// The name the result goes by in the rewritten block; of a result that is taken apart, all of them as they are written.
    /// </summary>
    public string Of(ParallelCall call) => _names[call];

    /// <summary>Names that are new in the member around a node.</summary>
    public static ResultNames Around(SyntaxNode node) => new(MemberOf(node));

    private static SyntaxNode MemberOf(SyntaxNode node) =>
        node.AncestorsAndSelf()
            .FirstOrDefault(static ancestor =>
                ancestor is MemberDeclarationSyntax and not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>A name for something that stands for the result: its task, the function that gets it.</summary>
    public string Derived(ParallelCall call, Func<string, string> derive) =>
        Unused(derive(call.Target is ResultTarget.Nothing or ResultTarget.Deconstruction ? FromCall(call) : Of(call).TrimStart('@')));

    /// <summary>The name, or the name with the first number that makes it new.</summary>
    public string Unused(string name)
    {
        string candidate = name;
        for (int number = 2; !_taken.Add(candidate); number++)
            candidate = name + number;
        return SyntaxFacts.GetKeywordKind(candidate) is SyntaxKind.None ? candidate : "@" + candidate;
    }

    private string New(ParallelCall call) => ReceiverOf(call) is { } receiver
        ? Unused(_taken.Contains(receiver) ? receiver + "Result" : receiver)
        : Unused(FromCall(call));

    /// <summary>The parameter or member that the result goes to, where that says more than what it is.</summary>
    private static string? ReceiverOf(ParallelCall call) => call.Node.Wait!.Parent switch
    {
        IArgumentOperation { Parameter: { Name: { Length: > 1 } name, IsParams: false } } when !IsGeneric(name) => CamelCase(name),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.Name: var name } } => name + "Result",
        ISimpleAssignmentOperation
        {
            Target: IMemberReferenceOperation { Member.Name: var name } and not IPropertyReferenceOperation { Arguments.Length: > 0 },
        } => CamelCase(name),
        ITupleOperation { Syntax: TupleExpressionSyntax tuple } => tuple.Arguments
            .FirstOrDefault(argument =>
                argument.Expression.Span.Contains(call.Await.Span))?.NameColon is { Name.Identifier.ValueText: var name }
                    ? CamelCase(name) : null,
        _ => null,
    };

    private static bool IsGeneric(string name) =>
        name.StartsWith("arg", StringComparison.Ordinal) || name is "value" or "val" or "item" or "obj" or "objA" or "objB";

    private static string FromCall(ParallelCall call)
    {
        string[] parts = call.Node.Call.Name.Split('.');
        return CamelCase(parts.Length > 1 ? parts[parts.Length - 2].TrimStart('_', '@') : parts[0]) + "Result";
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
