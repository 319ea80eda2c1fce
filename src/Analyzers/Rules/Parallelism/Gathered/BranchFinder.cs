using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Gathered;

/// <summary>Finds the service calls that run together because a gather waits for them together.</summary>
internal static class BranchFinder
{
    private static readonly string[] Starting = ["All", "Settle", "FailFast", "Each"];
    private static readonly string[] Collecting = ["ToArray", "ToList", "AsEnumerable"];

    /// <summary>The branches of <c>Gather</c>'s joins and of <c>Task.WhenAll</c>; none for any other call.</summary>
    public static IEnumerable<Branch> Of(IInvocationOperation join)
    {
        if (!IsJoin(join.TargetMethod) || IsLimitedToOne(join))
            return [];
        if (join.TargetMethod.Name is "Each")
            return OfFanOut(join.Arguments);
        return join.Arguments.SelectMany(static argument => OfTasks(argument.Value));
    }

    private static bool IsJoin(IMethodSymbol method) =>
        Joins.WaitsForAll(method) || (Starting.Contains(method.Name) && Joins.IsGather(method));

    private static bool IsLimitedToOne(IInvocationOperation join) =>
        join.Arguments.Any(static argument =>
            argument.Parameter is { Name: "maxConcurrency" } && argument.Value.WithoutConversions().ConstantValue.Value is 1);

    private static IEnumerable<Branch> OfTasks(IOperation tasks)
    {
        tasks = tasks.WithoutConversions();
        return tasks switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues.SelectMany(OfTasks),
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(OfTasks),
            ISpreadOperation spread => OfTasks(spread.Operand),
            ILocalReferenceOperation local => OfLocal(local),
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => OfLambda(lambda, repeats: false),
            IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable" } sequence => OfSequence(sequence),
            IInvocationOperation call when StartedCall.IsStarted(call) => [new(call, call, Repeats: false)],
            _ => [],
        };
    }

    /// <summary>A task started before, if the local can hold no other.</summary>
    private static IEnumerable<Branch> OfLocal(ILocalReferenceOperation reference)
    {
        IOperation root = reference;
        while (root.Parent is { } parent)
            root = parent;
        var values = new BodyLocals(root).ValuesOf(reference.Local);
        return values.Count == 1 && values[0]?.WithoutConversions() is IInvocationOperation call && StartedCall.IsStarted(call)
            ? [new(call, reference, Repeats: false)]
            : [];
    }

    private static IEnumerable<Branch> OfSequence(IInvocationOperation sequence) => sequence switch
    {
        { TargetMethod.Name: "Select" } => OfFanOut(sequence.Arguments),
        { TargetMethod.Name: var name, Arguments.Length: 1 } when Collecting.Contains(name) => OfTasks(sequence.Arguments[0].Value),
        _ => [],
    };

    /// <summary>A lambda that runs for each item, unless the items can be counted to less than two.</summary>
    private static IEnumerable<Branch> OfFanOut(IReadOnlyList<IArgumentOperation> arguments)
    {
        bool isSingle = arguments[0].Value.WithoutConversions() switch
        {
            IArrayCreationOperation { Initializer.ElementValues.Length: < 2 } => true,
            ICollectionExpressionOperation { Elements: var items } =>
                items.Length < 2 && items.All(static item => item is not ISpreadOperation),
            _ => false,
        };
        return isSingle ? [] : arguments
            .Select(static argument => argument.Value.WithoutConversions())
            .OfType<IDelegateCreationOperation>()
            .Select(static creation => creation.Target)
            .OfType<IAnonymousFunctionOperation>()
            .SelectMany(static lambda => OfLambda(lambda, repeats: true));
    }

    /// <summary>The call of a lambda that does nothing else anyone has to wait for.</summary>
    private static IEnumerable<Branch> OfLambda(IAnonymousFunctionOperation lambda, bool repeats)
    {
        var statements = lambda.Body.Operations.Where(static statement => !statement.IsImplicit
            || statement is not IReturnOperation { ReturnedValue: null }).ToList();
        var value = statements is [var only] ? ValueOf(only) : null;
        return value is IInvocationOperation call && StartedCall.IsStarted(call) && !call.Descendants().OfType<IAwaitOperation>().Any()
            ? [new(call, call, repeats)]
            : [];
    }

    private static IOperation? ValueOf(IOperation statement)
    {
        var value = statement switch
        {
            IReturnOperation @return => @return.ReturnedValue,
            IExpressionStatementOperation expression => expression.Operation,
            _ => null,
        };
        while (value is IAwaitOperation or IConversionOperation { OperatorMethod: null }
            or IInvocationOperation { TargetMethod.Name: "ConfigureAwait" })
        {
            value = value switch
            {
                IAwaitOperation await => await.Operation,
                IConversionOperation conversion => conversion.Operand,
                _ => ((IInvocationOperation)value).Instance,
            };
        }

        return value;
    }
}
