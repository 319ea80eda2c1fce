namespace Pipeline.Soak.Calls;

/// <summary>Calls the service that is held, within a time of its own.</summary>
[Service]
public partial class Holder(Held.Proxy held, Gates gates)
{
    [Api(Effect = Effect.Reads)]
    public async Task<int> PassAsync(int call, CancellationToken cancellationToken)
    {
        using var passing = gates.Pass();
        return await held.ToAsync.Work(call, cancellationToken);
    }

    /// <summary>Takes no token and passes none on: the calls below are its deadline's to stop.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> PassBlindlyAsync(int call)
    {
        using var passing = gates.Pass();
        return await held.ToAsync.Work(call);
    }
}
