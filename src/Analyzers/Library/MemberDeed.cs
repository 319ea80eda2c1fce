namespace Pipeline.Analyzers.Library;

/// <summary>What a framework member does when called.</summary>
/// <param name="IsKnown">Whether the inference understands the member at all.</param>
/// <param name="ReadsState">Whether it looks at the world: a clock, a file.</param>
/// <param name="WritesReceiver">Whether it changes the object it is called on.</param>
/// <param name="WrittenParameter">The parameter whose elements it writes, or -1.</param>
internal readonly record struct MemberDeed(bool IsKnown, bool ReadsState = false, bool WritesReceiver = false, int WrittenParameter = -1)
{
    public static readonly MemberDeed Unknown = new(IsKnown: false);

    public static readonly MemberDeed Pure = new(IsKnown: true);
}
