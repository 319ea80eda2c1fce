using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

internal sealed partial class Timeline
{
    /// <summary>Functions that call functions twice would double the work at each level.</summary>
    private const int MaxDepth = 3;

    private readonly ImmutableDictionary<ISymbol, ILocalFunctionOperation> _functions;
    private int _depth;

    private static ImmutableDictionary<ISymbol, ILocalFunctionOperation> LocalFunctionsOf(IOperation body) => body.Descendants()
        .OfType<ILocalFunctionOperation>()
        .Where(static function => !Streams.IsStream(function.Symbol.ReturnType))
        .ToImmutableDictionary<ILocalFunctionOperation, ISymbol>(static function => function.Symbol, SymbolEqualityComparer.Default);

    /// <summary>Runs a function beside its caller; if it gives no task, its caller waits.</summary>
    private CallPath? RunFunction(IMethodSymbol function, IOperation? body)
    {
        if (_depth == MaxDepth)
            return null;

        var (now, hadLeft) = (_now, _mayHaveLeft);
        _depth++;
        Run(body);
        _depth--;
        var end = _now;
        (_now, _mayHaveLeft) = (now, hadLeft);
        return function.ReturnType.IsTask() ? end : function.IsAsync ? null : Wait(end);
    }
}
