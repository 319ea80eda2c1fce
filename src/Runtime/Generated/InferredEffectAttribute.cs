using System.ComponentModel;

namespace Pipeline.Generated;

/// <summary>The effect the generator found in an API's body, for analyzers in other assemblies that cannot see it.</summary>
/// <param name="effect">What a call does to the world.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class InferredEffectAttribute(Effect effect) : Attribute
{
    /// <summary>What a call does to the world.</summary>
    public Effect Effect { get; } = effect;
}
