namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Where a call's effect was learned, the strongest first.</summary>
internal enum EffectSource
{
    /// <summary>An attribute of the developer's.</summary>
    Declared,

    /// <summary>The API's body, where it is in the same compilation.</summary>
    Inferred,

    /// <summary>The words of the method's name, and what the caller does with its value.</summary>
    Name,

    /// <summary>Nowhere: nothing is declared, and the body is in another assembly.</summary>
    None,
}
