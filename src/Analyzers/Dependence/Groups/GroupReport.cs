using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Dependence.Tracing;

namespace Pipeline.Analyzers.Dependence.Groups;

/// <summary>Makes a diagnostic of a group: on the first call that makes others wait, with those others as further locations.</summary>
internal static class GroupReport
{
    public static Diagnostic Create(DiagnosticDescriptor rule, CallGroup group, params object[] more) =>
        Create(rule, group, ImmutableDictionary<string, string?>.Empty, more);

    public static Diagnostic Create(
        DiagnosticDescriptor rule, CallGroup group, ImmutableDictionary<string, string?> properties, params object[] more) =>
        Diagnostic.Create(
        rule,
        LocationOf(group.First),
        group.Waiting.Select(LocationOf),
        properties,
        [Sentence(group), group.SequentialCalls, group.CriticalPathLength, .. more]);

    /// <summary>Where a call is reported: its own expression, without the <c>await</c> around it.</summary>
    public static Location LocationOf(CallNode call) => call.Invocation.Syntax.GetLocation();

    /// <summary>The calls' names as a sentence lists them.</summary>
    public static string List(IReadOnlyList<CallNode> calls)
    {
        var names = calls.Select(static call => $"'{call}'").ToArray();
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names.Take(names.Length - 1))} and {names[^1]}";
    }

    /// <summary>Who does not need whose result.</summary>
    public static string Sentence(CallGroup group)
    {
        var first = group.Calls.Where(call => call == group.First || call.IsGatheredWith(group.First)).ToArray();
        string verb = group.Waiting.Length == 1 ? "does" : "do";
        string result = first.Length == 1 ? "result" : "results";
        return $"{List(group.Waiting)} {verb} not need the {result} of {List(first)}";
    }
}
