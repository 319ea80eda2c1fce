using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Dependence.Harmless;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Names;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism;

/// <summary>Finds a write that no reader of a body could take for a cache, a counter or a log.</summary>
internal static class PlainWrite
{
    /// <summary>What guards others, and what a reader may have to go through: locks, database commands, processes.</summary>
    private static readonly string[] NotPlain =
    [
        "SemaphoreSlim", "Semaphore", "Mutex", "WaitHandle", "ReaderWriterLockSlim", "CancellationTokenSource", "Process",
        "DbConnection", "DbCommand",
        "DbDataReader", "IDbConnection", "IDbCommand", "IDataReader", "DbTransaction", "IDbTransaction", "ManualResetEventSlim",
        "Barrier", "CountdownEvent",
    ];

    /// <summary>The first one, with what it does in words: "writes '_count'", "calls 'Store.Save' (declared Writes)".</summary>
    public static Touch? Find(IOperation body, IMethodSymbol method, EffectClassifier effects, CancellationToken cancellationToken)
    {
        var writes = effects.TouchesOf(body, method, cancellationToken)
            .Where(touch => (touch.Kind & Touches.Writes) is not 0 && RunsAlways(touch.Operation))
            .ToList();
        var tested = writes.Count == 0 ? [] : TestedMembers(body);
        return writes
            .Where(touch => IsDeclaredCommand(touch, effects) || (IsOwnWrite(touch.Operation) && !IsMemo(touch.Operation, writes, tested)))
            .Select(static touch => (Touch?)touch)
            .FirstOrDefault();
    }

    /// <summary>Whether it stands in the body itself: a lambda may never run, or run where nobody sees it.</summary>
    private static bool RunsAlways(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation or ILocalFunctionOperation)
                return false;
        }

        return true;
    }

    private static bool IsDeclaredCommand(Touch touch, EffectClassifier effects) =>
        touch.Operation is IInvocationOperation call
        && ServiceApi.ServiceOf(call.TargetMethod) is not null
        && effects.Classify(call) is { Kind: EffectKind.Command, Source: EffectSource.Declared };

    /// <summary>An assignment or a container's writer, not a call in which the write is hidden.</summary>
    private static bool IsOwnWrite(IOperation operation) => operation switch
    {
        ICoalesceAssignmentOperation => false,
        IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation => true,
        IInvocationOperation { TargetMethod: { Name: "Increment" or "Decrement" or "Add", ContainingType.Name: "Interlocked" } } count =>
            !count.IsValueDiscarded(),
        IInvocationOperation { TargetMethod: { Name: "GetOrAdd", ContainingType.Name: "ConcurrentDictionary" } } => false,
        IInvocationOperation { TargetMethod: { Name: var name, ContainingType.Name: var type } } when NotPlain.Contains(type)
            || name is "PostAsync" or "PostAsJsonAsync" => false,
        IInvocationOperation call => call.TargetMethod.ContainingNamespace.ToDisplayString().StartsWith("System", StringComparison.Ordinal),
        _ => false,
    };

    /// <summary>
    /// A body that tests what it writes remembers a result: <c>if (_model is null) _model = Load();</c>, with a flag beside it,
    /// or <c>if (!_seen.TryGetValue(…)) _seen.Add(…)</c>. So does one that says so by the member's name.
    /// </summary>
    private static bool IsMemo(IOperation write, List<Touch> writes, HashSet<ISymbol> tested) =>
        writes.Any(other => WrittenMembers(other.Operation).Any(tested.Contains)) || WrittenMembers(write).Any(IsScratch);

    private static bool IsScratch(ISymbol member) =>
        Contains(member.Name, "cache")
        || Contains(member.Name, "memo")
        || member.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "ThreadStaticAttribute");

    private static bool Contains(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private static IEnumerable<ISymbol> WrittenMembers(IOperation write) => write switch
    {
        IAssignmentOperation assignment => Members(assignment.Target),
        IIncrementOrDecrementOperation increment => Members(increment.Target),
        IArgumentOperation argument => Members(argument.Value),
        IInvocationOperation call => call.ChildOperations.SelectMany(Members),
        _ => [],
    };

    private static HashSet<ISymbol> TestedMembers(IOperation body) => new(
        body.Descendants().SelectMany(static operation => operation switch
        {
            IConditionalOperation conditional => Members(conditional.Condition),
            ICoalesceOperation coalesce => Members(coalesce.Value),
            IIsPatternOperation test => Members(test.Value),
            ISwitchOperation choice => Members(choice.Value),
            ISwitchExpressionOperation choice => Members(choice.Value),
            IWhileLoopOperation { Condition: { } condition } => Members(condition),
            IConditionalAccessOperation access => Members(access.Operation),
            _ => [],
        }),
        SymbolEqualityComparer.Default);

    private static IEnumerable<ISymbol> Members(IOperation operation) =>
        operation.DescendantsAndSelf().OfType<IMemberReferenceOperation>().Select(static reference => reference.Member);
}
