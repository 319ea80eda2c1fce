namespace Pipeline.Integration.Services;

/// <summary>Depends on what runs elsewhere.</summary>
[Service]
public partial class FarReader([Depends(Url = "test://elsewhere")] Flaky.Proxy flaky)
{
    /// <summary>Reads.</summary>
    [Api(Idempotent = true)]
    public async Task<int> ReadAsync(CancellationToken cancellationToken) =>
        await flaky.ToAsync.Read(cancellationToken).ConfigureAwait(false);
}
