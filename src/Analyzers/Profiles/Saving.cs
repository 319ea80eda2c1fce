using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Loops;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Profiles;

/// <summary>
/// What a report would save of the time that its API took, for the end of its message; empty where the profile does not know one of the
/// calls.
/// </summary>
internal static class Saving
{
    /// <summary>What running the calls of a group together would save.</summary>
    public static string Of(CallGroup group, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Measured(owner, options, cancellationToken) is not { } api)
            return "";
        if (group.Calls.All(static call => call.Call.View is CallViews.Client))
            return OfClients(group, api);

        double[] times = new double[group.Calls.Length];
        foreach (var (call, place) in group.Calls.Select(static (call, place) => (call, place)))
        {
            if (Callee(call, api) is not { } callee)
                return "";
            times[place] = callee.Time;
        }

        double written = Longest(times, (earlier, later) => group.Calls[earlier].End < group.Calls[later].Start);
        return Text("about", written - Longest(times, (earlier, later) => group.DependsOn(later, earlier)), api);
    }

    /// <summary>What running the iterations of a loop together would save: all but one of them, as many as there were on average.</summary>
    public static string Of(LoopCalls loop, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Measured(owner, options, cancellationToken) is not { } api)
            return "";

        double saved = 0;
        foreach (var calls in loop.Iteration.Calls.GroupBy(static call => QualifiedApiName.OfCallee(call.Invocation.TargetMethod)))
        {
            if (Callee(calls.First(), api) is not { } callee)
                return "";
            saved += Math.Max(0, callee.Calls - calls.Count()) * callee.Time;
        }

        return Text("about", saved, api);
    }

    /// <summary>
    /// Calls of other clients have no measure of their own: it is at most the time that the API spent beside its services.
    /// </summary>
    private static string OfClients(CallGroup group, MeasuredApi api) =>
        Text("at most", api.Own * (group.SequentialCalls - group.CriticalPathLength) / group.SequentialCalls, api);

    private static MeasuredApi? Measured(ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken) =>
        owner is IMethodSymbol { ContainingType: { } service } method && method.IsApi()
            ? MeasuredProfile.Of(options, cancellationToken)?.Profile.Find(QualifiedApiName.Of(service, method))
            : null;

    private static MeasuredCallee? Callee(CallNode call, MeasuredApi api) =>
        QualifiedApiName.OfCallee(call.Invocation.TargetMethod) is { } name && api.Callees.TryGetValue(name, out var callee)
            ? callee
            : null;

    private static double Longest(double[] times, Func<int, int, bool> comesAfter)
    {
        double[] ends = new double[times.Length];
        for (int later = 0; later < times.Length; later++)
        {
            double start = Enumerable.Range(0, later).Where(earlier => comesAfter(earlier, later)).Select(earlier => ends[earlier])
                .DefaultIfEmpty().Max();
            ends[later] = start + times[later];
        }

        return ends.Max();
    }

    private static string Text(string howSure, double saved, MeasuredApi api) => saved >= 0.05 && saved < api.Time
        ? $" (saves {howSure} {Milliseconds(saved)} of {Milliseconds(api.Time)} ms)"
        : "";

    private static string Milliseconds(double time) => time.ToString(time >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture);
}
