using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Tool.Dependences;

/// <summary>Reads the calls of one API: its own, and those of the methods and local functions that it calls.</summary>
/// <param name="compilation">The code.</param>
/// <param name="analysis">What says which calls count.</param>
/// <param name="cancellationToken">Stops the reading.</param>
internal sealed class RegionReader(Compilation compilation, DependenceAnalysis analysis, CancellationToken cancellationToken)
{
    private readonly Dictionary<IMethodSymbol, CallRegion?> _helpers = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _open = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _recursive = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IMethodSymbol> _entered = new(SymbolEqualityComparer.Default);

    /// <summary>What a method runs; null where it has no body here, or makes no calls.</summary>
    public CallRegion? Read(IMethodSymbol method)
    {
        if (compilation.BodyOf(method, cancellationToken) is not { } declaration || BlockOf(declaration) is not { } body)
            return null;
        return Read(body, body, analysis.Look(body, body.SemanticModel!));
    }

    /// <param name="code">The code to read.</param>
    /// <param name="body">The body that it is, or is a local function of.</param>
    /// <param name="context">What is to know of that body; null where no call in it counts.</param>
    private CallRegion? Read(IOperation code, IOperation body, BodyContext? context)
    {
        var sites = new List<CallSite>();
        string? ambiguity = null;
        if (context is not null)
            sites.AddRange(PlacedCalls(context).Where(call => FunctionOf(call.Operation) == FunctionOf(code)));
        foreach (var operation in code.Descendants().Where(operation => FunctionOf(operation) == FunctionOf(code)))
        {
            if (operation is IMethodReferenceOperation reference && ServiceApi.ServiceOf(reference.Method) is not null)
                sites.Add(new PlacedCall(reference));
            if (MethodOf(operation) is not { } method || Helper(method, body, context) is not { } region)
                continue;
            var helper = new HelperCall(method.Name, operation, region);
            sites.Add(helper);
            ambiguity ??= region.Ambiguity ?? ProblemOf(helper, method);
        }

        if (sites.Count == 0)
            return null;
        sites.Sort(static (one, other) => one.Begin.CompareTo(other.Begin));
        ambiguity ??= sites.SkipLast(1).OfType<HelperCall>().Where(static helper => helper.Over is null)
            .Select(static helper => $"'{helper.Name}', which makes calls too, is not awaited where it begins").FirstOrDefault();
        return new(sites, new(context is { CallCount: > 1 } ? context.Trace(cancellationToken) : []), ambiguity);
    }

    /// <summary>Why the calls of a method cannot be put in the place of its own; null where they can.</summary>
    private string? ProblemOf(HelperCall helper, IMethodSymbol method) => helper switch
    {
        { Operation: IMethodReferenceOperation } => $"'{method.Name}', which makes calls too, {helper.Repetition}",
        _ when _recursive.Contains(method) => $"'{method.Name}', which makes calls too, calls itself",
        _ when !_entered.Add(method) => $"'{method.Name}', which makes calls too, is called in several places",
        _ when IsReplaceable(method) => $"'{method.Name}', which makes calls too, may be overridden",
        _ when IsIterator(helper.Region) => $"'{method.Name}', which makes calls too, runs when its items are asked for",
        { Repetition: { } repetition } =>
            $"'{method.Name}', which makes calls too, {repetition}",
        _ => null,
    };

    private CallRegion? Helper(IMethodSymbol method, IOperation body, BodyContext? context)
    {
        if (_helpers.TryGetValue(method, out var known))
            return known;
        if (!_open.Add(method))
        {
            _recursive.Add(method);
            return null;
        }

        var region = method.MethodKind is MethodKind.LocalFunction
            ? body.Descendants().OfType<ILocalFunctionOperation>()
                .FirstOrDefault(function => SymbolEqualityComparer.Default.Equals(function.Symbol, method))?.Body is { } code
                ? Read(code, body, context)
                : null
            : Read(method);
        _open.Remove(method);
        return _helpers[method] = region;
    }

    private List<PlacedCall> PlacedCalls(BodyContext context)
    {
        var places = new List<PlacedCall>();
        foreach (var trace in context.CallCount > 1 ? context.Trace(cancellationToken) : [])
            places.AddRange(trace.Calls.Select(node => new PlacedCall(node.Call, trace, node)));

        // One call alone is on no line, and those beyond the most that are looked at are on none either.
        var known = places.Select(static place => place.Operation).ToHashSet();
        places.AddRange(context.Calls.Where(call => !known.Contains(call.Invocation)).Select(static call => new PlacedCall(call, null, null)));
        return places;
    }

    private static IMethodSymbol? MethodOf(IOperation operation)
    {
        var method = (operation as IInvocationOperation)?.TargetMethod ?? (operation as IMethodReferenceOperation)?.Method;
        return method is null || ServiceApi.ServiceOf(method) is not null ? null : method.OriginalDefinition;
    }

    private static ILocalFunctionOperation? FunctionOf(IOperation operation)
    {
        var outer = operation.Parent;
        while (outer is not (null or ILocalFunctionOperation))
            outer = outer.Parent;
        return outer as ILocalFunctionOperation;
    }

    private static bool IsReplaceable(IMethodSymbol method) =>
        (method.IsVirtual || method.IsAbstract || (method.IsOverride && !method.IsSealed)) && method.ContainingType?.IsSealed is false;

    private static bool IsIterator(CallRegion region)
    {
        IOperation? code = region.Sites[0].Operation;
        while (code is not (null or ILocalFunctionOperation or IMethodBodyBaseOperation))
            code = code.Parent;
        return code?.Descendants().Any(static operation => operation.Kind is OperationKind.YieldReturn) is true;
    }

    private static IBlockOperation? BlockOf(IOperation declaration) => declaration switch
    {
        IMethodBodyBaseOperation method => method.BlockBody ?? method.ExpressionBody,
        IBlockOperation block => block,
        _ => null,
    };
}
