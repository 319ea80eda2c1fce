using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>A call that blocks its thread although it could be awaited.</summary>
/// <param name="Form">How it blocks.</param>
/// <param name="Operation">What blocks: the call through the sync view, or the wait for a task.</param>
/// <param name="Awaitable">What to await instead: the same call, or the task waited for.</param>
internal sealed record BlockingCall(BlockingForm Form, IOperation Operation, IOperation Awaitable)
{
    /// <summary>What an operation blocks on, or null where it does not block or could not be awaited.</summary>
    public static BlockingCall? Find(IOperation operation) => Recognize(operation) is { } call
        && AwaitContext.Permits(call.Form == BlockingForm.Stream ? StreamConsumption.Outermost(operation) : operation)
            ? call
            : null;

    /// <summary>The name that blocks: the member's, without what it is called on.</summary>
    public Location Location => Operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
        MemberAccessExpressionSyntax access => access.Name.GetLocation(),
        MemberBindingExpressionSyntax binding => binding.Name.GetLocation(),
        var syntax => syntax.GetLocation(),
    };

    private static BlockingCall? Recognize(IOperation operation) => operation switch
    {
        IInvocationOperation call when call.IsSyncViewCall() => RecognizeSyncView(call),
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } wait when !IsPoll(wait) => RecognizeWait(operation, task),
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", IsStatic: true } } join => RecognizeJoin(join),
        IInvocationOperation
        {
            TargetMethod.Name: "GetResult",
            Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task },
        } => RecognizeWait(operation, task),
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } => RecognizeWait(operation, task),
        _ => null,
    };

    /// <summary>Whether the proxy is one that was made here: a test's own.</summary>
    private static bool IsFake(IOperation? proxy) => proxy switch
    {
        IConversionOperation conversion => IsFake(conversion.Operand),
        ILocalReferenceOperation local => LocalHistory.Of(local).Writes is { Count: > 0 } writes && writes.All(IsFake),
        _ => proxy is IObjectCreationOperation,
    };

    private static BlockingCall? RecognizeSyncView(IInvocationOperation call)
    {
        BlockingForm? form = ServiceApi.Of(call.TargetMethod)?.Method.ReturnType switch
        {
            { } type when type.IsTask() => BlockingForm.Call,
            { } type when type.IsAsyncStream() && StreamConsumption.IsImmediate(call) => BlockingForm.Stream,
            _ => null,
        };
        return form is { } blocking && !IsFake(call.Instance) ? new BlockingCall(blocking, call, call) : null;
    }

    private static BlockingCall? RecognizeJoin(IInvocationOperation join) =>
        join.TargetMethod.ContainingType.IsTask() && ServiceTask.In(join).Any(ServiceTask.MayBeRunning) && !AggregateHandler.IsAround(join)
            ? new BlockingCall(BlockingForm.Join, join, join)
            : null;

    /// <summary>Whether the wait ends at once: it asks whether the task is complete.</summary>
    private static bool IsPoll(IInvocationOperation wait) => wait.Arguments.Any(static argument => argument.Value
        is { ConstantValue: { HasValue: true, Value: 0 } }
        or IFieldReferenceOperation { Field: { Name: nameof(TimeSpan.Zero), IsStatic: true } });

    private static BlockingCall? RecognizeWait(IOperation wait, IOperation task) =>
        ServiceTask.MayBeRunning(task) && !(ThrowsAggregate(wait) && AggregateHandler.IsAround(wait))
            ? new BlockingCall(BlockingForm.Task, wait, task)
            : null;

    /// <summary>A task that is asked for its awaiter throws as an await does.</summary>
    private static bool ThrowsAggregate(IOperation wait) => wait is not IInvocationOperation { TargetMethod.Name: "GetResult" };
}
