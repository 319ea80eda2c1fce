using Microsoft.CodeAnalysis;

namespace Pipeline.Shared.Effects;

/// <summary>What the generator found in an API's body and wrote on the proxy's method, for assemblies that cannot see the body.</summary>
internal static class RecordedEffect
{
    public static ApiEffect Of(IMethodSymbol proxyMethod) =>
        proxyMethod.GetAttribute(WellKnownNames.InferredEffectAttribute) is { ConstructorArguments.IsEmpty: false } attribute
        && attribute.ConstructorArguments[0].Value is int effect
            ? (ApiEffect)effect
            : ApiEffect.Unknown;
}
