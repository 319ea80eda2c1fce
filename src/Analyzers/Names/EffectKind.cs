namespace Pipeline.Analyzers.Names;

/// <summary>What a call means to the calls around it.</summary>
internal enum EffectKind
{
    /// <summary>Nothing says; treated as a command wherever order matters.</summary>
    Unknown,

    /// <summary>Changes nothing another call could see: it may overlap other queries.</summary>
    Query,

    /// <summary>Changes something, or guards what follows: nothing moves across it.</summary>
    Command,
}
