namespace Pipeline.Integration.Services;

/// <summary>Is as ready as its kiln.</summary>
[Service]
public partial class Bakery(Kiln.Proxy kiln)
{
    /// <summary>Whether it could.</summary>
    [Api(Effect = Effect.Reads)]
    public bool CanBake() => kiln.IsHot();
}
