namespace Pipeline.Integration.Services;

/// <summary>Calls both: a diamond.</summary>
[Service]
public partial class Front(Middle.Proxy middle, Gated.Proxy gated, Gates gates)
{
    /// <summary>Two calls further in.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterAsync(int id, CancellationToken cancellationToken) =>
        await middle.ToAsync.Enter(id, cancellationToken).ConfigureAwait(false);

    /// <summary>The same without passing a token on anywhere.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterForgetfullyAsync(int id) => await middle.ToAsync.EnterForgetfully(id).ConfigureAwait(false);

    /// <summary>One call that cannot be stopped, then another.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<int> EnterTwiceAsync(int id)
    {
        await gates.EnterAsync(id).ConfigureAwait(false);
        try
        {
            return await gated.ToAsync.Enter(id + 1).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            gates.ReportLater(exception);
            throw;
        }
    }

    /// <summary>The time left here and one call further in.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<(TimeSpan? Here, TimeSpan? Further, string Path)> RemainingAsync(CancellationToken cancellationToken) =>
        (CallContext.Current.Remaining, await middle.ToAsync.Remaining(cancellationToken).ConfigureAwait(false), CallContext.Current.Path);

    /// <summary>Sync calls within sync calls, by both ways.</summary>
    [Api(Effect = Effect.None)]
    public int Squares(int value) => middle.Squares(value) + gated.Square(value);

    /// <summary>A call for each item of a stream.</summary>
    [Api(Effect = Effect.None)]
    public async Task<int> SumOfSquaresAsync(int last)
    {
        var sum = 0;
        await foreach (var number in gated.ToAsync.Numbers(last).ConfigureAwait(false))
            sum += await gated.ToAsync.Square(number).ConfigureAwait(false);
        await foreach (var number in gated.ToAsync.NumbersLater(last).ConfigureAwait(false))
            sum += gated.Square(number);
        return sum;
    }

    /// <summary>Fails two calls further in.</summary>
    [Api(Effect = Effect.None)]
    public async Task<int> FailAsync(string message) => await middle.ToAsync.Fail(message).ConfigureAwait(false);
}
