using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
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
            if (_compilation.BodyOf(method, cancellationToken) is { } declaration
                && BlockOf(declaration) is { } body
                && Read(body, cancellationToken) is ({ Count: > 0 } calls, var ambiguity))
            {
                var (file, line) = PlaceOf(method.Locations[0]);
                yield return new(QualifiedApiName.Of(service, api), file, line, calls, ambiguity);
            }
        }
    }

    private (IReadOnlyList<ApiCall> Calls, string? Ambiguity) Read(IOperation body, CancellationToken cancellationToken)
    {
        if (_analysis.Look(body, body.SemanticModel!) is not { } context)
            return ([], null);

        var placed = CallPlaces.Of(context, cancellationToken);
        string[] callees = [.. placed.Select(static call => QualifiedApiName.OfCallee(call.Call.Invocation.TargetMethod)!)];
        string? ambiguity = Ambiguities.Of(placed, callees) ?? HelperOf(body, cancellationToken);
        var order = new CallOrder(context.CallCount > 1 ? context.Trace(cancellationToken) : []);
        var calls = new List<ApiCall>();
        for (int index = 0; index < placed.Count; index++)
        {
            var (file, line) = PlaceOf(placed[index].Call.Invocation.Syntax.GetLocation());
            int ordinal = callees.Take(index).Count(callee => callee == callees[index]);
            CallNeed[] needs = ambiguity is not null
                ? []
                : [.. placed.Take(index).Select((earlier, place) => order.Need(earlier, placed[index], place)).OfType<CallNeed>()];
            calls.Add(new(callees[index], ordinal, file, line, needs));
        }

        return (calls, ambiguity);
    }

    /// <summary>A method of the project that the body calls and that makes calls too: these are of the same span.</summary>
    private string? HelperOf(IOperation body, CancellationToken cancellationToken)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var bodies = new Queue<IOperation>([body]);
        while (bodies.TryDequeue(out var next))
        {
            foreach (var invocation in next.Descendants().OfType<IInvocationOperation>())
            {
                var method = invocation.TargetMethod.OriginalDefinition;
                if (ServiceApi.ServiceOf(method) is not null
                    || !seen.Add(method)
                    || _compilation.BodyOf(method, cancellationToken) is not { } declaration
                    || BlockOf(declaration) is not { } helper)
                {
                    continue;
                }

                if (_analysis.Look(helper, helper.SemanticModel!) is not null)
                    return $"'{method.Name}', which it calls, makes calls too";
                bodies.Enqueue(helper);
            }
        }

        return null;
    }

    private (string File, int Line) PlaceOf(Location location)
    {
        var span = location.GetLineSpan();
        return (Path.GetRelativePath(_root, Path.GetFullPath(span.Path, _root)).Replace('\\', '/'), span.StartLinePosition.Line + 1);
    }

    private static IBlockOperation? BlockOf(IOperation declaration) => declaration switch
    {
        IMethodBodyBaseOperation method => method.BlockBody ?? method.ExpressionBody,
        IBlockOperation block => block,
        _ => null,
    };
}
