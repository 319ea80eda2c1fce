using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>All that a body does, and the one thing that decides its effect, in words.</summary>
internal readonly record struct BodyEffect(Touches Touches, string Reason)
{
    public static readonly BodyEffect Unknown = new(Touches.Unknown, "its body is not in source");

    /// <summary>The effect of calling it; unknown where the body does not decide.</summary>
    /// <remarks>One certain write outweighs any number of unknowns.</remarks>
    public ApiEffect Effect =>
        (Touches & Touches.Writes) is not 0 ? ApiEffect.Writes
        : Touches.HasFlag(Touches.Unknown) ? ApiEffect.Unknown
        : (Touches & Touches.Reads) is not 0 ? ApiEffect.Reads
        : ApiEffect.None;

    public static BodyEffect Of(IReadOnlyList<Touch> touches)
    {
        var all = Touches.Nothing;
        Touch? decisive = null;
        foreach (var touch in touches)
        {
            all |= touch.Kind;
            if (decisive is null || Weight(touch) > Weight(decisive.Value))
                decisive = touch;
        }

        return new(all, decisive?.Reason ?? "touches nothing but its arguments");
    }

    private static int Weight(Touch touch) => (touch.Kind & Touches.Writes) is not 0 ? (int)Touches.Unknown + 1 : (int)touch.Kind;
}
