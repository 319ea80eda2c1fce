namespace Pipeline.Integration.Services;

/// <summary>Depends on what fails.</summary>
[Service]
public partial class Reader(Flaky.Proxy flaky)
{
    /// <summary>Reads.</summary>
    [Api(Idempotent = true)]
    public async Task<int> ReadAsync(CancellationToken cancellationToken) =>
        await flaky.ToAsync.Read(cancellationToken).ConfigureAwait(false);
}
