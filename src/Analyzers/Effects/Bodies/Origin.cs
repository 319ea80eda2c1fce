namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>Where an object may come from, and so whether anyone else can see it.</summary>
/// <param name="Places">All places it may come from; none for what cannot be written at all.</param>
/// <param name="Parameters">The parameters among them, as bits by ordinal.</param>
internal readonly record struct Origin(Places Places, ulong Parameters = 0)
{
    public static readonly Origin Nowhere;

    public static readonly Origin Unknown = new(Places.Unknown);

    public static readonly Origin Fresh = new(Places.Fresh);

    public static readonly Origin Global = new(Places.Global);

    /// <summary>Whether nobody but this call can see it.</summary>
    public bool IsOwn => (Places & ~Places.Fresh) == 0;

    /// <summary>The parameter's own object. Of more parameters than bits, nothing is known.</summary>
    public static Origin Argument(int ordinal) => ordinal is >= 0 and < 64 ? new(Places.Argument, 1UL << ordinal) : Unknown;

    public Origin Or(Origin other) => new(Places | other.Places, Parameters | other.Parameters);

    /// <summary>What lies inside an object is as visible as that; of a new object's parts nothing is known.</summary>
    public Origin Inside()
    {
        var places = Places & (Places.InstancePart | Places.ArgumentPart | Places.Global | Places.Unknown);
        if ((Places & Places.Instance) != 0)
            places |= Places.InstancePart;
        if ((Places & Places.Argument) != 0)
            places |= Places.ArgumentPart;
        if ((Places & Places.Fresh) != 0)
            places |= Places.Unknown;
        return new(places, Parameters);
    }
}
