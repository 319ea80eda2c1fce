namespace Pipeline.Differential.Services;

/// <summary>Lets an expression start two calls where it started one.</summary>
public static class Overlap
{
    public static TEarlier Start<TEarlier, TLater>(TEarlier earlier, out TLater early, TLater later)
    {
        early = later;
        return earlier;
    }
}
