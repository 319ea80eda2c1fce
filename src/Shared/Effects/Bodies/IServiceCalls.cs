using Microsoft.CodeAnalysis;

namespace Pipeline.Shared.Effects.Bodies;

/// <summary>Knows calls to other services when it sees them, and what they do.</summary>
internal interface IServiceCalls
{
    /// <summary>The touch of an operation that is a call on a proxy, or a step on the way to one; null if it is neither.</summary>
    Touch? TouchOf(IOperation operation, InferenceSession session);

    /// <summary>Whether the expression is a service's stream, walking over which calls the service.</summary>
    bool IsStream(IOperation expression);

    /// <summary>Whether the type is a service's proxy or its async view, both immutable.</summary>
    bool IsProxy(ITypeSymbol type);
}
