using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Dependence;

/// <summary>Makes a diagnostic of a group: on the first call that makes others wait, with those others as further locations.</summary>
internal static class GroupReport
{
    public static Diagnostic Create(DiagnosticDescriptor rule, CallGroup group) => Diagnostic.Create(
        rule,
        LocationOf(group.First),
        group.Waiting.Select(LocationOf),
        Sentence(group),
        group.SequentialCalls,
        group.CriticalPathLength);

    /// <summary>Where a call is reported: its own expression, without the <c>await</c> around it.</summary>
    public static Location LocationOf(CallNode call) => call.Invocation.Syntax.GetLocation();

    private static string Sentence(CallGroup group)
    {
        var waiting = group.Waiting.Select(static call => call.Call.Name).ToArray();
        string verb = waiting.Length == 1 ? "does" : "do";
        var first = group.Calls.Where(call => call == group.First || call.IsGatheredWith(group.First)).Select(static call => call.Call.Name).ToArray();
        string result = first.Length == 1 ? "result" : "results";
        return $"{List(waiting)} {verb} not need the {result} of {List(first)}";
    }

    private static string List(string[] names)
    {
        var quoted = names.Select(static name => $"'{name}'").ToArray();
        return quoted.Length == 1 ? quoted[0] : $"{string.Join(", ", quoted.Take(quoted.Length - 1))} and {quoted[^1]}";
    }
}
