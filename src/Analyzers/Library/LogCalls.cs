using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Symbols;
using Pipeline.Contract;

namespace Pipeline.Analyzers.Library;

/// <summary>Calls that write a line to the log, and nothing else that a service could notice.</summary>
internal static class LogCalls
{
    /// <summary>Whether the call logs values whose text the framework makes, or exceptions.</summary>
    public static bool Contains(IInvocationOperation call) =>
        call.TargetMethod.ReturnsVoid
        && (IsExtension(call.TargetMethod) || IsGenerated(call.TargetMethod))
        && call.Arguments.All(static argument => argument.Parameter is { IsParams: true }
            ? argument.Value is IArrayCreationOperation { Initializer.ElementValues: var values } && values.All(IsPlain)
            : IsLogger(argument.Parameter?.Type) || IsPlain(argument.Value));

    private static bool IsExtension(IMethodSymbol method) =>
        method.Name is "LogTrace" or "LogDebug" or "LogInformation" or "LogWarning" or "LogError" or "LogCritical"
        && method.ContainingType.HasFullName("Microsoft.Extensions.Logging.LoggerExtensions");

    private static bool IsGenerated(IMethodSymbol method) => method.GetAttributes().Any(
        static attribute => attribute.AttributeClass?.HasFullName("Microsoft.Extensions.Logging.LoggerMessageAttribute") is true);

    private static bool IsLogger(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "ILogger", ContainingNamespace: { Name: "Logging", ContainingNamespace.Name: "Extensions" } };

    private static bool IsPlain(IOperation value) =>
        Formatting.IsHarmless(value) || value.Unwrapped().Type is { } type && (IsException(type) || type.Name is "EventId" or "LogLevel");

    private static bool IsException(ITypeSymbol type)
    {
        for (ITypeSymbol? @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base is { Name: "Exception", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
                return true;
        }

        return false;
    }
}
