namespace Pipeline.Shared.Effects;

/// <summary>Where a call's effect was learned, the strongest first.</summary>
internal enum EffectSource
{
    /// <summary>An attribute of the developer's.</summary>
    Declared,

    /// <summary>The API's body, seen here or by the generator of the assembly that holds it.</summary>
    Inferred,

    /// <summary>The words of the method's name, and what the caller does with its value.</summary>
    Name,
}
