using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>Writes the local functions of calls that wait for others: an expression where that reads well, else a block.</summary>
internal sealed class EarlyFunctionWriter(
    SourceStyle style, IReadOnlyList<StatementSyntax> statements, IReadOnlyList<ParallelCall> calls, EarlyNames names,
    SemanticModel model)
{
    public StatementSyntax Write(EarlyCall call)
    {
        string type = call.Call.TaskType.ToMinimalDisplayString(model, NullableFlowState.NotNull, call.Call.Await.SpanStart);
        string head = $"async {type} {names.Function(call)}()";
        if (Inlined(call) is { } expression)
            return style.Line($"{head} => await {expression}{JoinWriter.AwaitConfiguration(call.Call.ConfigureAwait)};", style.NewLine);

        var lines = new List<string>();
        AddBody(call, call, [], lines);
        lines.Add(
            $"{(call.Call.ResultType is null ? "" : "return ")}await {SourceStyle.Deeper(Text(call), SourceStyle.Indentation.Length)};");
        string inner = style.Indent + "    ";
        string body = string.Concat(lines.Select(line => $"{inner}{line}{style.NewLine}"));
        return style.Line($"{head}{style.NewLine}{style.Indent}{{{style.NewLine}{body}{style.Indent}}}", style.NewLine);
    }

    private void AddBody(EarlyCall call, EarlyCall function, HashSet<EarlyCall> awaited, List<string> lines)
    {
        foreach (var input in call.Inputs.Where(awaited.Add))
        {
            if (input.Function == call.Function)
            {
                AddBody(input, function, awaited, lines);
                lines.AddRange(
                    input.Call.Target is ResultTarget.Expression ? [] : SourceStyle.CommentsOf(statements[input.Call.Statement]));
                lines.Add($"{Receiver(input, function)}await {SourceStyle.Deeper(Text(input), SourceStyle.Indentation.Length)};");
            }
            else
            {
                lines.Add(
                    $"{Receiver(input, function)}await {names.Task(input)}{JoinWriter.AwaitConfiguration(input.Call.ConfigureAwait)};");
            }
        }

        foreach (var statement in call.Inside.Select(item => statements[item.Statement]))
        {
            lines.AddRange(SourceStyle.CommentsOf(statement));
            lines.Add(SourceStyle.Deeper(HoistedAwaits.Replace((SyntaxNode)statement, calls, names.Results).WithoutTrivia()
                .ToString(), SourceStyle.Indentation.Length));
        }
    }

    private string Text(EarlyCall call) =>
        HoistedAwaits.Replace(call.Call.Invocation, calls, names.Results) + JoinWriter.AwaitConfiguration(call.Call.ConfigureAwait);

    /// <summary>The variable for the result, of the type it had; nothing where the result only has to be there.</summary>
    private string Receiver(EarlyCall input, EarlyCall function) =>
        input.Call.Target is ResultTarget.Nothing || !Uses(function, input.Call).Any()
            ? "" : $"{TypeOf(input.Call)} {names.Results.Of(input.Call)} = ";

    private string TypeOf(ParallelCall call) => JoinPart.DeclaredType(call)
        ?? (KeepsType(call) ? "var" : TargetType(call)!.ToMinimalDisplayString(model, call.Await.SpanStart));

    private ITypeSymbol? TargetType(ParallelCall call) => call.Target switch
    {
        ResultTarget.Declaration => model.GetTypeInfo(((VariableDeclarationSyntax)call.Await.Parent!.Parent!.Parent!).Type).Type,
        ResultTarget.Assignment => model.GetTypeInfo(call.AssignedTo).Type,
        _ => call.ResultType,
    };

    private bool KeepsType(ParallelCall call) => SymbolEqualityComparer.Default.Equals(TargetType(call), call.ResultType);

    /// <summary>Where the function of a call asks for a result.</summary>
    private IEnumerable<SyntaxNode> Uses(EarlyCall function, ParallelCall input)
    {
        var nodes = Members(function).SelectMany(member => member.Inside
            .Select(item => (SyntaxNode)statements[item.Statement])
            .Append(member.Call.Invocation));
        return nodes.SelectMany(node => UsesIn(node, input));
    }

    private static IEnumerable<EarlyCall> Members(EarlyCall call) =>
        call.Inputs.Where(input => input.Function == call.Function).SelectMany(Members).Append(call);

    private static IEnumerable<SyntaxNode> UsesIn(SyntaxNode node, ParallelCall input) => node.DescendantNodes().Where(inner =>
        inner == input.Await
        || (input.Target is not ResultTarget.Expression
            && inner is IdentifierNameSyntax name
            && input.Variables.Contains(name.Identifier.Text)
            && name.Parent is not (MemberAccessExpressionSyntax or NameColonSyntax or NameEqualsSyntax) | IsReceiver(name)));

    private static bool IsReceiver(IdentifierNameSyntax name) =>
        name.Parent is MemberAccessExpressionSyntax member && member.Expression == name;

    /// <summary>The call with awaits of tasks in the place of their results, where each is used once and as it is.</summary>
    private string? Inlined(EarlyCall call)
    {
        if (call.Inside.Count > 0)
            return null;
        var awaits = new Dictionary<SyntaxNode, EarlyCall>();
        foreach (var input in call.Inputs)
        {
            if (input.Function == call.Index
                || input.Call.Target is ResultTarget.Deconstruction
                || !KeepsType(input.Call)
                || UsesIn(call.Call.Invocation, input.Call).ToArray() is not [var use]
                || !IsArgument(use))
                return null;
            awaits.Add(use, input);
        }

        return call.Call.Invocation.ReplaceNodes(awaits.Keys, (original, _) =>
            Awaited(awaits[original], isPart: original.Parent is MemberAccessExpressionSyntax).WithTriviaFrom(original)).ToString();
    }

    private ExpressionSyntax Awaited(EarlyCall input, bool isPart)
    {
        string text = $"await {names.Task(input)}{JoinWriter.AwaitConfiguration(input.Call.ConfigureAwait)}";
        return SyntaxFactory.ParseExpression(isPart ? $"({text})" : text);
    }

    /// <summary>Whether an argument is the result or a part of it.</summary>
    private static bool IsArgument(SyntaxNode use) => use.Parent switch
    {
        ArgumentSyntax or ExpressionElementSyntax => true,
        MemberAccessExpressionSyntax member => member.Expression == use && IsArgument(member),
        _ => false,
    };
}
