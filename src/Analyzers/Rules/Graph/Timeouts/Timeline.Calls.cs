using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Graph.Timeouts;

internal sealed partial class Timeline
{
    private CallPath? RunCall(IInvocationOperation call)
    {
        if (Joins.IsFailFast(call.TargetMethod))
            return HasPlainToken(call) ? RunBranches(call) : null;

        var receiver = Run(call.Instance);
        var arguments = RunArguments(call);
        if (call.IsSyncViewCall() || StartedCall.IsStarted(call))
            return RunServiceCall(call);
        if (_functions.TryGetValue(call.TargetMethod.OriginalDefinition, out var function))
            return HasPlainToken(call) ? RunFunction(function.Symbol, function.Body) : null;
        if (Joins.WaitsForAll(call.TargetMethod) || Joins.IsSettle(call.TargetMethod))
            return arguments;
        if (AwaitForms.KeepsTask(call) || call.TargetMethod.Name is "GetAwaiter")
            return receiver;
        return IsBlocking(call) ? Wait(receiver) : null;
    }

    private CallPath? RunArguments(IInvocationOperation call)
    {
        CallPath? last = null;
        foreach (var argument in call.Arguments)
            last = CallPath.Longer(last, Run(argument));
        return last;
    }

    /// <summary>The async view starts the call, the sync view waits for it too.</summary>
    private CallPath? RunServiceCall(IInvocationOperation call)
    {
        if (_mayHaveLeft || !HasPlainToken(call) || Streams.IsStream(call.TargetMethod.ReturnType) || _timeoutOf(call) is not { } timeout)
            return null;
        var end = _now.Then(call, timeout);
        return call.IsAsyncViewCall() ? end : Wait(end);
    }

    /// <summary>The branches run side by side, each with a token that one of them cancels by failing.</summary>
    private CallPath? RunBranches(IOperation operation) => operation switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => RunFunction(lambda.Symbol, lambda.Body),
        IInvocationOperation or IArgumentOperation or IConversionOperation
            or IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation =>
            operation.ChildOperations.Select(RunBranches).Aggregate((CallPath?)null, CallPath.Longer),
        _ => null,
    };

    /// <summary>Whether nothing but the caller's own deadline bounds the call: a token of another source may bring a shorter one.</summary>
    private bool HasPlainToken(IInvocationOperation call) => call.Arguments
        .Where(static argument => argument.Parameter?.IsCancellationToken() is true)
        .All(argument => argument.Value.WithoutConversions() switch
        {
            IDefaultValueOperation => true,
            IPropertyReferenceOperation { Property: { Name: "None", IsStatic: true } } => true,
            IParameterReferenceOperation token => _variables.ValuesOf(token.Parameter).Count == 0,
            _ => false,
        });

    /// <summary><c>task.Wait()</c>, and the end of <c>task.GetAwaiter().GetResult()</c>.</summary>
    private static bool IsBlocking(IInvocationOperation call) => call.TargetMethod switch
    {
        { Parameters.IsEmpty: false } => false,
        { Name: "Wait", ContainingType: var type } => type.IsTask(),
        { Name: "GetResult", ContainingType.ContainingNamespace.Name: "CompilerServices" } => true,
        _ => false,
    };
}
