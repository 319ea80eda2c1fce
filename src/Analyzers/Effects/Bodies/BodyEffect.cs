using Pipeline.Contract;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>All that a body does, and the one thing that decides its effect, in words.</summary>
internal sealed record BodyEffect(Touches Touches, string Reason)
{
    public static readonly BodyEffect Nothing = new(Touches.Nothing, "touches nothing but its arguments");

    /// <summary>The parameters whose members it writes, as bits by ordinal.</summary>
    public ulong Written { get; init; }

    /// <summary>The parameters that lead to objects whose members it writes.</summary>
    public ulong WrittenParts { get; init; }

    /// <summary>The parameters by reference whose variables it writes.</summary>
    public ulong WrittenReferences { get; init; }

    /// <summary>The parameters by which it is given delegates that it calls.</summary>
    public ulong Called { get; init; }

    /// <summary>What it does beside calling them, and the one thing that decides it.</summary>
    public (Touches Touches, string Reason) Apart { get; init; } = (Touches, Reason);

    /// <summary>Where the object comes from that it returns.</summary>
    public Origin Returned { get; init; }

    /// <summary>What it asks of libraries.</summary>
    public Basis Basis { get; init; } = Basis.Nothing;

    /// <summary>The effect of calling it; unknown where the body does not decide.</summary>
    /// <remarks>One certain write outweighs any number of unknowns.</remarks>
    public ApiEffect Effect =>
        (Touches & Touches.Writes) is not 0 ? ApiEffect.Writes
        : (Touches & (Touches.Unknown | Touches.ByName)) is not 0 ? ApiEffect.Unknown
        : (Touches & Touches.Reads) is not 0 ? ApiEffect.Reads
        : ApiEffect.None;

    /// <summary>
    /// Whether all that is not understood are calls whose names say that they read, so that the API's own name may decide.
    /// </summary>
    public bool NameDecides => (Touches & (Touches.Writes | Touches.Unknown | Touches.ByName)) is Touches.ByName;

    public static BodyEffect Unknown(string reason) => new(Touches.Unknown, reason) { Returned = Origin.Unknown };

    public static BodyEffect Of(IReadOnlyList<Touch> touches, Origin returned = default)
    {
        var all = Touches.Nothing;
        var allApart = Touches.Nothing;
        ulong written = 0, parts = 0, references = 0, called = 0;
        Touch? decisive = null, apart = null;
        foreach (var touch in touches)
        {
            all |= touch.Kind;
            written |= touch.Kind.HasFlag(Touches.WritesArgument) ? touch.Parameters : 0;
            parts |= touch.Kind.HasFlag(Touches.WritesArgumentPart) ? touch.Parameters : 0;
            references |= touch.Kind.HasFlag(Touches.WritesReference) ? touch.Parameters : 0;
            if (decisive is null || Weight(touch) > Weight(decisive.Value))
                decisive = touch;
            if (touch.Kind.HasFlag(Touches.CallsArgument))
            {
                called |= touch.Parameters;
                continue;
            }

            allApart |= touch.Kind;
            if (apart is null || Weight(touch) > Weight(apart.Value))
                apart = touch;
        }

        return new(all, decisive?.Reason ?? Nothing.Reason)
        {
            Written = written,
            WrittenParts = parts,
            WrittenReferences = references,
            Called = called,
            Apart = (allApart, apart?.Reason ?? Nothing.Reason),
            Returned = returned,
        };
    }

    /// <summary>What a call does of which nobody knows which of the two runs.</summary>
    public BodyEffect Or(BodyEffect other) => new(Touches | other.Touches, Weight(other.Touches) > Weight(Touches) ? other.Reason : Reason)
    {
        Written = Written | other.Written,
        WrittenParts = WrittenParts | other.WrittenParts,
        WrittenReferences = WrittenReferences | other.WrittenReferences,
        Called = Called | other.Called,
        Apart = (
            Apart.Touches | other.Apart.Touches,
            Weight(other.Apart.Touches) > Weight(Apart.Touches) ? other.Apart.Reason : Apart.Reason),
        Returned = Returned.Or(other.Returned),
        Basis = Basis.And(other.Basis),
    };

    private static int Weight(Touch touch) => Weight(touch.Kind);

    private static int Weight(Touches kind) =>
        (kind & Touches.Writes) is not 0 ? 2 * (int)Touches.Unknown : (int)(kind & ~Touches.CallsArgument);
}
