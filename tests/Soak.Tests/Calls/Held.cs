namespace Pipeline.Soak.Calls;

/// <summary>A service whose calls end when the test says so.</summary>
[Service]
public partial class Held(Gates gates)
{
    /// <summary>Heeds its token.</summary>
    [Api(Effect = Effect.Reads)]
    public Task<int> WorkAsync(int call, CancellationToken cancellationToken) => gates.HoldAsync(call, cancellationToken);

    /// <summary>Takes a token and heeds it not.</summary>
    [Api(Effect = Effect.Reads)]
    public Task<int> WorkOnAsync(int call, CancellationToken cancellationToken) => gates.HoldAsync(call, CancellationToken.None);

    /// <summary>Takes no token.</summary>
    [Api(Effect = Effect.Reads)]
    public Task<int> WorkBlindlyAsync(int call) => gates.HoldAsync(call, CancellationToken.None);
}
