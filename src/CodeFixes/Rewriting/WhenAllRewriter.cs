using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.CodeFixes.Planning;

namespace Pipeline.CodeFixes.Rewriting;

/// <summary>
/// The form for projects without Pipeline: every call's task in a variable, one wait for all of them that does not throw, then each
/// is awaited where its call was, so that the first failure in source order comes out and none is left running.
/// </summary>
internal static class WhenAllRewriter
{
    public static SyntaxNode? Rewrite(SyntaxNode root, StatementList list, ParallelGroup group, SemanticModel model)
    {
        var calls = group.Calls;
        bool knowsOptions = model.Compilation.GetTypeByMetadataName("System.Threading.Tasks.ConfigureAwaitOptions") is not null;
        string? options = knowsOptions ? Options(calls) : null;
        if (!JoinWriter.CanJoin(calls) || JoinWriter.ConfigurationOf(calls) is not (null or "true" or "false"))
            return null;
        if (ScheduleItems.Of(calls, list.Statements, model) is not { } items || EarlyPlanner.Plan(group, list, items) is not { } plan)
            return null;
        if (list.ContainsAnyDirectives && plan.Calls.Any(static call => call.IsDeferred))
            return null;

        EarlyCall[] joined = [.. plan.Joined];
        var names = new EarlyNames(plan, ResultNames.Of(calls), static _ => true);
        int first = calls.Min(static call => call.Statement);
        int last = calls.Max(static call => call.Statement);
        var style = SourceStyle.Of(list.Statements[first]);
        var starts = joined.Select(call => style.Line($"var {names.Task(call)} = {names.Started(call)};"));
        List<StatementSyntax> written =
        [
            .. plan.Before.Select(item => list.Statements[item.Statement]),
            .. starts,
            style.Line(options is null
                ? $"await Task.WhenAll({string.Join(", ", joined.Select(names.Task))}){Ended(calls)};"
                : $"await Task.WhenAll({Tasks(joined, names)}).ConfigureAwait({options});"),
            .. plan.Receiving.Select(item => Awaiting(list.Statements[item.Statement], joined, names)),
        ];
        written[0] = WithBlankLines(written[0], list.Statements[first]);
        int resumed =
            written.FindIndex(static statement => statement.ToString().StartsWith("await Task.WhenAll", StringComparison.Ordinal)) + 1;
        if (resumed < written.Count)
            written[resumed] = written[resumed].WithLeadingTrivia(written[resumed].GetLeadingTrivia()
                .SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)));

        var functions = new EarlyFunctionWriter(style, list.Statements, calls, names, model);
        return list.Replace(root, first, last, written, joined.Where(static call => call.IsDeferred).Select(functions.Write));
    }

    /// <summary>
    /// A wait that does not throw, where there are no options to say so: the failures are looked at, so that none is left unobserved.
    /// </summary>
    private static string Ended(IReadOnlyList<ParallelCall> calls) =>
        ".ContinueWith(static task => task.Exception, System.Threading.CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default)"
        + JoinWriter.AwaitConfiguration(JoinWriter.ConfigurationOf(calls));

    /// <summary>The tasks as arguments of the overload whose task has no result: the other one cannot be told not to throw.</summary>
    private static string Tasks(EarlyCall[] joined, EarlyNames names)
    {
        bool same = joined.All(call => call.Call.ResultType is not null
            && SymbolEqualityComparer.Default.Equals(call.Call.TaskType, joined[0].Call.TaskType));
        return (same ? "(Task)" : "") + string.Join(", ", joined.Select(names.Task));
    }

    /// <summary>Goes on where the awaits went on.</summary>
    private static string Options(IReadOnlyList<ParallelCall> calls) => JoinWriter.ConfigurationOf(calls) switch
    {
        null or "true" => "ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext",
        _ => "ConfigureAwaitOptions.SuppressThrowing",
    };

    private static StatementSyntax Awaiting(StatementSyntax statement, EarlyCall[] joined, EarlyNames names)
    {
        var calls = joined.Where(call => statement.Span.Contains(call.Call.Invocation.Span))
            .ToDictionary(static call => (SyntaxNode)call.Call.Invocation);
        return statement.ReplaceNodes(
            calls.Keys, (original, _) => SyntaxFactory.IdentifierName(names.Task(calls[original])!).WithTriviaFrom(original));
    }

    private static StatementSyntax WithBlankLines(StatementSyntax statement, StatementSyntax replaced) => statement.WithLeadingTrivia(
        replaced.GetLeadingTrivia().TakeWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .Concat(statement.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
}
