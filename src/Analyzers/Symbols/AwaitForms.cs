using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipeline.Analyzers.Symbols;

/// <summary>What may stand between a call and its <c>await</c> without changing what is awaited.</summary>
internal static class AwaitForms
{
    /// <summary><c>ConfigureAwaitOptions.SuppressThrowing</c>.</summary>
    private const int SuppressThrowing = 2;

    /// <summary><c>ConfigureAwait</c> where it does not swallow exceptions, and <c>AsTask</c>.</summary>
    public static bool KeepsTask(IInvocationOperation invocation) => invocation.TargetMethod switch
    {
        { IsStatic: false, Name: "ConfigureAwait", ContainingType: var type } => IsTask(type) && invocation.Arguments is [{ Value: var option }] && KeepsExceptions(option),
        { IsStatic: false, Name: "AsTask", ContainingType: var type } => IsTask(type),
        _ => false,
    };

    /// <summary>The task inside a gRPC call, which waits for the same answer.</summary>
    public static bool KeepsTask(IPropertyReferenceOperation property) =>
        property.Property is { Name: "ResponseAsync", ContainingType: { Name: "AsyncUnaryCall", ContainingNamespace.Name: "Core" } };

    /// <summary>Whether the call's own task is what an <c>await</c> waits for.</summary>
    public static bool IsAwaited(IInvocationOperation invocation) => invocation.Parent switch
    {
        IAwaitOperation => true,
        IInvocationOperation outer => KeepsTask(outer) && IsAwaited(outer),
        _ => false,
    };

    private static bool KeepsExceptions(IOperation option) =>
        option.ConstantValue.Value is bool || (option.ConstantValue.Value is int options && (options & SuppressThrowing) == 0);

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace: { Name: "Tasks", ContainingNamespace.Name: "Threading" } }
            or { Name: "AsyncUnaryCall", ContainingNamespace: { Name: "Core", ContainingNamespace.Name: "Grpc" } };
}
