namespace Pipeline.Integration.Services;

/// <summary>A service that fails as the test has it: what retries are tried on.</summary>
[Service]
public partial class Flaky(Script script)
{
    /// <summary>May be called again.</summary>
    [Api(Idempotent = true)]
    public async Task<int> ReadAsync(CancellationToken cancellationToken) => await script.AnswerAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>May be called again, and is sync.</summary>
    [Api(Idempotent = true)]
    public int Count() => script.AnswerAsync(CancellationToken.None).GetAwaiter().GetResult();

    /// <summary>May not be called again.</summary>
    [Api(Effect = Effect.Writes)]
    public async Task SaveAsync() => await script.AnswerAsync(CancellationToken.None).ConfigureAwait(false);

    /// <summary>Cannot be called again.</summary>
    [Api(Idempotent = true)]
    public async IAsyncEnumerable<int> ListAsync()
    {
        yield return await script.AnswerAsync(CancellationToken.None).ConfigureAwait(false);
    }
}
