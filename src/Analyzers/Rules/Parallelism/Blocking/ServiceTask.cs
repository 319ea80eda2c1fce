using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;

namespace Pipeline.Analyzers.Rules.Parallelism.Blocking;

/// <summary>Whether an expression is the task of a service call that nothing has awaited yet.</summary>
internal static class ServiceTask
{
    public static bool MayBeRunning(IOperation task) => Unwrap(task) switch
    {
        IInvocationOperation call => IsStartedCall(call),
        ILocalReferenceOperation local => IsOnlyStarted(local),
        _ => false,
    };

    /// <summary>The tasks among what a call is given, one by one or in a list.</summary>
    public static IEnumerable<IOperation> In(IInvocationOperation join) => join.Arguments
        .SelectMany(static argument => argument.Value.DescendantsAndSelf())
        .Where(static operation => operation is IInvocationOperation or ILocalReferenceOperation);

    private static IOperation Unwrap(IOperation task) => task switch
    {
        IConversionOperation conversion => Unwrap(conversion.Operand),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "AsTask", Instance: { } inner } => Unwrap(inner),
        _ => task,
    };

    private static bool IsStartedCall(IInvocationOperation call) => call.IsAsyncViewCall() || IsJoin(call);

    private static bool IsJoin(IInvocationOperation call) =>
        Joins.TakesTasks(call.TargetMethod)
        && call.Arguments.Any(argument => argument.Descendants().OfType<IInvocationOperation>().Any(ProxyCalls.IsAsyncViewCall));

    /// <summary>Whether the local holds a call started before, and nothing in between or around can have awaited it.</summary>
    private static bool IsOnlyStarted(ILocalReferenceOperation use)
    {
        var history = LocalHistory.Of(use);
        return history.LastWrite is { } start
            && history.Writes.All(write => Unwrap(write) is IInvocationOperation call && IsStartedCall(call))
            && !history.IsMentionedSince(start);
    }
}
