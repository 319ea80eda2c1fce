namespace Pipeline;

/// <summary>What a call does to the world, as far as other calls can tell.</summary>
public enum Effect
{
    /// <summary>Not declared. Analyzers look at the body, then at the name.</summary>
    Unknown = 0,

    /// <summary>Depends on nothing but its arguments and constant state, changes nothing: a model, a computation.</summary>
    None = 1,

    /// <summary>Reads state that may change between calls; changes nothing.</summary>
    Reads = 2,

    /// <summary>Changes something another call could see.</summary>
    Writes = 3,
}
