namespace Pipeline.Integration.Services;

/// <summary>Calls the gated one.</summary>
[Service]
public partial class Middle(Gated.Proxy gated)
{
    /// <summary>One call further in.</summary>
    [Api(Effect = Effect.Reads)]
    public Task<int> EnterAsync(int id, CancellationToken cancellationToken) => gated.ToAsync.Enter(id, cancellationToken);

    /// <summary>The same without passing the token on.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterForgetfullyAsync(int id) => await gated.ToAsync.Enter(id).ConfigureAwait(false);

    /// <summary>The time left.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<TimeSpan?> RemainingAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return CallContext.Current.Remaining;
    }

    /// <summary>Sync calls within a sync call.</summary>
    [Api(Effect = Effect.None)]
    public int Squares(int value) => gated.Square(value) + gated.Square(value + 1);

    /// <summary>Fails further in.</summary>
    [Api(Effect = Effect.None)]
    public async Task<int> FailAsync(string message) => await gated.ToAsync.Fail(message).ConfigureAwait(false);
}
