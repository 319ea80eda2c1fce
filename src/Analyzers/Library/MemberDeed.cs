namespace Pipeline.Analyzers.Library;

/// <summary>What calling a library's member does, as its documentation says.</summary>
/// <param name="Kinds">What it does.</param>
/// <param name="WrittenParameters">The parameters it writes to or through, as bits by ordinal.</param>
internal readonly record struct MemberDeed(Deeds Kinds, ulong WrittenParameters = 0)
{
    public static readonly MemberDeed Unknown = new(Deeds.Unknown);

    public static readonly MemberDeed Pure = new(Deeds.Known);

    /// <summary>Whether the model has the member at all.</summary>
    public bool IsKnown => Does(Deeds.Known);

    public bool Does(Deeds kind) => (Kinds & kind) != 0;
}
