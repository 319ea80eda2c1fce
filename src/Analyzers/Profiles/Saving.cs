using System.Collections.Immutable;
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
/// <param name="text">The end of the message.</param>
/// <param name="properties">The same for programs.</param>
internal readonly struct Saving(string text, ImmutableDictionary<string, string?> properties)
{
    /// <summary>The property of a diagnostic that says how many milliseconds it would save.</summary>
    public const string Property = "saves";

    private static readonly Saving None = new("", ImmutableDictionary<string, string?>.Empty);

    /// <summary>The property, where something is known.</summary>
    public ImmutableDictionary<string, string?> Properties { get; } = properties;

    /// <summary>The end of the message.</summary>
    public override string ToString() => text;

    /// <summary>What running the calls of a group together would save.</summary>
    public static Saving Of(CallGroup group, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Measured(owner, options, cancellationToken) is not { } api)
            return None;
        if (group.Calls.All(IsClient))
            return OfClients(group, api);

        double[] times = new double[group.Calls.Length];
        foreach (var (call, place) in group.Calls.Select(static (call, place) => (call, place)))
        {
            if (Callee(call, api) is not { } callee)
                return None;
            times[place] = callee.Time;
        }

        double written = Longest(times, (earlier, later) => group.Calls[earlier].End < group.Calls[later].Start);
        return Text("about", written - Longest(times, (earlier, later) => group.DependsOn(later, earlier)), api);
    }

    /// <summary>What running the iterations of a loop together would save: all but one of them, as many as there were on average.</summary>
    public static Saving Of(LoopCalls loop, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Measured(owner, options, cancellationToken) is not { } api)
            return None;

        // How often other clients are called, no span says: all of the time beside the services may have been theirs.
        bool hasClients = loop.Iteration.Calls.Any(IsClient);
        double saved = hasClients ? api.Own : 0;
        foreach (var calls in loop.Iteration.Calls.Where(static call => !IsClient(call))
            .GroupBy(static call => QualifiedApiName.OfCallee(call.Invocation.TargetMethod)))
        {
            if (Callee(calls.First(), api) is not { } callee)
                return None;
            saved += Math.Max(0, callee.Calls - calls.Count()) * callee.Time;
        }

        return Text(hasClients ? "at most" : "about", saved, api);
    }

    /// <summary>What starting a call before a check would save: as long as it and the call that is checked run together.</summary>
    public static Saving Of(GuardedCall guarded, ISymbol owner, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        if (Measured(owner, options, cancellationToken) is not { } api)
            return None;

        var (earlier, later) = (Callee(guarded.Earlier, api)?.Time, Callee(guarded.Call, api)?.Time);
        if ((earlier is null && !IsClient(guarded.Earlier)) || (later is null && !IsClient(guarded.Call)))
            return None;
        return earlier is null && later is null
            ? Text("at most", api.Own / 2, api)
            : Text(earlier is null || later is null ? "at most" : "about", Math.Min(earlier ?? api.Own, later ?? api.Own), api);
    }

    private static bool IsClient(CallNode call) => call.Call.View is CallViews.Client;

    /// <summary>
    /// Calls of other clients have no measure of their own: it is at most the time that the API spent beside its services.
    /// </summary>
    private static Saving OfClients(CallGroup group, MeasuredApi api) =>
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

    private static Saving Text(string howSure, double saved, MeasuredApi api) => saved >= 0.05 && saved < api.Time
        ? new(
            $" (saves {howSure} {Milliseconds(saved)} of {Milliseconds(api.Time)} ms)",
            ImmutableDictionary<string, string?>.Empty.Add(Property, saved.ToString("0.###", CultureInfo.InvariantCulture)))
        : None;

    private static string Milliseconds(double time) => time.ToString(time >= 10 ? "0" : "0.0", CultureInfo.InvariantCulture);
}
