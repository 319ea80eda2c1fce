using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// "Run together" where something between the calls must keep its place: all calls start, one <c>Gather.Settle</c> waits until they
/// have ended, and every statement stays as it is, with the task in the place of the call.
/// </summary>
/// <remarks>
/// So a line is logged, and a new object filled, exactly where the calls before have succeeded and none behind has failed yet.
/// </remarks>
internal static class InPlaceRewriter
{
    public static bool CanRewrite(StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        int first = FirstOf(calls);
        return group.Levels.All(static level => level == 0)
            && !calls.Skip(1).Any(static call => call.MayThrowAtOnce)
            && JoinWriter.CanConfigure(calls)
            && model.LookupSymbols(calls[0].Await.SpanStart, name: "_").IsEmpty
            && calls.All(static call => call.Holder is not { ContainsDirectives: true })
            && HoldsUpNoOther(calls, first, list)
            && calls.All(call => IsStarted(call, first, list)
                || (call == calls[0]
                    ? call.Target is not ResultTarget.Expression || HoistCheck.CanHoist(call, list.Statements[call.Statement], group, model)
                    : IsReady(call, first, list, model)));
    }

    public static SyntaxNode? Rewrite(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model)
    {
        if (!CanRewrite(list, group, model))
            return null;
        var calls = group.Calls;
        int first = FirstOf(calls);
        int last = LastOf(calls);
        var names = ResultNames.Of(calls);
        var style = SourceStyle.Of(list.Statements[first]);
        var (gather, needsUsing) = GatherName.At(model, calls[0].Await.SpanStart);
        var tasks = calls.ToDictionary(static call => (SyntaxNode)call.Invocation, call => TaskOf(call, names));
        var held = calls.Select(static call => call.Holder).ToArray();

        string configuration = JoinWriter.AwaitConfiguration(JoinWriter.ConfigurationOf(calls));
        List<StatementSyntax> written =
        [
            .. calls.Where(call => !IsStarted(call, first, list)).Select(call => call.Holder is { } holder
                ? holder.WithLeadingTrivia(WithoutBlankLines(holder))
                : style.Line(
                    $"var {tasks[call.Invocation]} = {SourceStyle.MovedTo(call.Invocation, style.Indent.Length)}{call.AsTask};")),
            style.Line($"_ = await {gather}.Settle({string.Join(", ", tasks.Values)}){configuration};"),
        ];
        int start = written.Count;
        written.AddRange(list.Statements.Skip(first).Take(last - first + 1).Where(statement => !held.Contains(statement))
            .Select(statement => statement.ReplaceNodes(
                calls.Select(static call => (SyntaxNode)call.Invocation).Where(call => statement.Span.Contains(call.Span)),
                (original, _) => SyntaxFactory.IdentifierName(tasks[original]).WithTriviaFrom(original))));
        written[0] = written[0].WithLeadingTrivia(
            list.Statements[first].GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
                .Concat(written[0].GetLeadingTrivia()));
        written[start] = written[start].WithLeadingTrivia(WithoutBlankLines(written[start]));

        var changed = list.Replace(root, first, last, written, []);
        return needsUsing ? GatherName.AddUsing((CompilationUnitSyntax)changed) : changed;
    }

    private static string TaskOf(ParallelCall call, ResultNames names) =>
        call.Holder?.Declaration.Variables[0].Identifier.Text ?? names.Derived(call, static name => $"{name}Task");

    private static int FirstOf(IReadOnlyList<ParallelCall> calls) => calls.Min(static call => call.Statement);

    private static int LastOf(IReadOnlyList<ParallelCall> calls) => calls.Max(static call => call.Statement);

    /// <summary>
    /// Whether nothing else is awaited on the way. A task that a local holds runs beside whatever is awaited before it; waited for with the
    /// others, it would hold that up.
    /// </summary>
    private static bool HoldsUpNoOther(IReadOnlyList<ParallelCall> calls, int first, StatementList list) =>
        calls.All(static call => call.Holder is null)
        || list.Statements.Skip(first).Take(LastOf(calls) - first + 1).SelectMany(static statement => statement.DescendantNodes())
            .OfType<AwaitExpressionSyntax>()
            .All(wait => calls.Any(call => call.Await == wait) || calls[0].Invocation.Span.Contains(wait.Span));

    /// <summary>Whether the call has been started before the first one is awaited.</summary>
    private static bool IsStarted(ParallelCall call, int first, StatementList list) =>
        call.Holder is { } holder && holder.SpanStart < list.Statements[first].SpanStart;

    private static IEnumerable<SyntaxTrivia> WithoutBlankLines(StatementSyntax statement) =>
        statement.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));

    /// <summary>Whether nothing that the call is given is declared or written behind the place where it would start.</summary>
    private static bool IsReady(ParallelCall call, int first, StatementList list, SemanticModel model) =>
        model.AnalyzeDataFlow(list.Statements[first], list.Statements[call.Statement]) is { Succeeded: true } flow
        && !call.Invocation.DescendantNodes()
            .Any(node => node is AwaitExpressionSyntax or DeclarationExpressionSyntax or AssignmentExpressionSyntax
            || (node is IdentifierNameSyntax name && model.GetSymbolInfo(name).Symbol is (ILocalSymbol or IParameterSymbol) and var symbol
                && flow.WrittenInside.Contains(symbol, SymbolEqualityComparer.Default)));
}
