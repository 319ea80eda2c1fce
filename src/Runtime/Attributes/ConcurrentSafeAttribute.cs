namespace Pipeline;

/// <summary>States that instances of the type may be called from several threads at once. Analyzers rely on it.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
public sealed class ConcurrentSafeAttribute : Attribute;
