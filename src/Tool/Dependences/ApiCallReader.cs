using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Tool.Dependences;

/// <summary>Reads from a compilation which calls each API makes, and which of them need which.</summary>
internal sealed class ApiCallReader
{
    private readonly Compilation _compilation;
    private readonly DependenceAnalysis _analysis;
    private readonly string _root;

    private ApiCallReader(Compilation compilation, AnalyzerOptions options, string root)
    {
        _compilation = compilation;
        _root = root;
        _analysis = new(new(EffectClassifier.Of(compilation, options), CallViews.Async | CallViews.Sync));
    }

    /// <summary>The APIs that make calls.</summary>
    /// <param name="compilation">The code, with its proxies.</param>
    /// <param name="options">The options of its analyzers.</param>
    /// <param name="root">The folder that paths are shown relative to.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static IReadOnlyList<ApiCalls> Read(
        Compilation compilation, AnalyzerOptions options, string root, CancellationToken cancellationToken)
    {
        if (!KnownSymbols.Of(compilation).HasServices)
            return [];

        var reader = new ApiCallReader(compilation, options, root);
        return
        [
            .. ServiceTypes.In(compilation).SelectMany(service => reader.Read(service, cancellationToken))
                .GroupBy(static api => api.Name, StringComparer.Ordinal)
                .Select(static apis => apis.Count() == 1
                    ? apis.First()
                    : apis.First() with { Ambiguity = "several APIs have this name" }),
        ];
    }

    private IEnumerable<ApiCalls> Read(INamedTypeSymbol service, CancellationToken cancellationToken)
    {
        foreach (var api in MemberChain.Find(service, static method => method.IsApi()))
        {
            var method = ServiceApi.Running(service, api).Method;
            if (new RegionReader(_compilation, _analysis, cancellationToken).Read(method) is { } region)
            {
                var (file, line) = PlaceOf(method.Locations[0]);
                var (calls, ambiguity) = Read(region);
                yield return new(QualifiedApiName.Of(service, api), file, line, calls, ambiguity);
            }
        }
    }

    private (IReadOnlyList<ApiCall> Calls, string? Ambiguity) Read(CallRegion region)
    {
        var placed = region.Calls;
        string[] callees = [.. placed.Select(static call => QualifiedApiName.OfCallee(call.Call.Method)!)];
        string? ambiguity = region.Ambiguity ?? Ambiguities.Of(placed, callees);
        var calls = new List<ApiCall>();
        for (int index = 0; index < placed.Count; index++)
        {
            var (file, line) = PlaceOf(placed[index].Call.Operation.Syntax.GetLocation());
            int ordinal = callees.Take(index).Count(callee => callee == callees[index]);
            CallNeed[] needs = ambiguity is not null
                ? []
                : [.. placed.Take(index).Select((earlier, place) => CallRegion.Need(earlier, placed[index], place)).OfType<CallNeed>()];
            calls.Add(new(callees[index], ordinal, file, line, needs)
            {
                IsRepeated = placed[index].Path.Any(static site => site.Repetition is not null),
            });
        }

        return (calls, ambiguity);
    }

    private (string File, int Line) PlaceOf(Location location)
    {
        var span = location.GetLineSpan();
        return (Path.GetRelativePath(_root, Path.GetFullPath(span.Path, _root)).Replace('\\', '/'), span.StartLinePosition.Line + 1);
    }
}
