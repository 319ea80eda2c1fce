using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Symbols;

/// <summary>What may stand between a call and its <c>await</c> without changing what is awaited.</summary>
internal static class AwaitForms
{
    /// <summary><c>ConfigureAwaitOptions.SuppressThrowing</c>.</summary>
    private const int SuppressThrowing = 2;

    /// <summary><c>ConfigureAwait</c> where it does not swallow exceptions, and <c>AsTask</c>.</summary>
    public static bool KeepsTask(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { IsStatic: false, Name: "ConfigureAwait", ContainingType: var type }
            => IsTaskOrUnaryCall(type) && invocation.Arguments is [{ Value: var option }] && KeepsExceptions(option),
        { IsStatic: false, Name: "AsTask", ContainingType: var type } => type.IsTask(),
        _ => false,
    };

    /// <summary>The task inside a gRPC call, which waits for the same answer.</summary>
    public static bool KeepsTask(IPropertyReferenceOperation property) =>
        property.Property is { Name: "ResponseAsync", ContainingType: var type } && IsUnaryCall(type);

    /// <summary>Whether the type is gRPC's call with one request and one response, which is awaited as a task is.</summary>
    public static bool IsUnaryCall(ITypeSymbol? type) =>
        type is { Name: "AsyncUnaryCall", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } };

    public static bool IsTaskOrUnaryCall(ITypeSymbol? type) => type.IsTask() || IsUnaryCall(type);

    /// <summary>Whether the call's own task is what an <c>await</c> waits for.</summary>
    public static bool IsAwaited(IInvocationOperation invocation) => invocation.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation outer => KeepsTask(outer) && IsAwaited(outer),
        _ => false,
    };

    private static bool KeepsExceptions(IOperation option) =>
        option.ConstantValue.Value is bool || (option.ConstantValue.Value is int options && (options & SuppressThrowing) == 0);
}
