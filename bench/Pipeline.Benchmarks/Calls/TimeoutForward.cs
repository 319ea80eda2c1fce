namespace Pipeline.Benchmarks.Calls;

/// <summary>A timeout by hand: the callee is told, and not waited for.</summary>
public sealed class TimeoutForward(Forward inner, TimeSpan timeout) : Forward
{
    /// <inheritdoc/>
    public override int Add(int value)
    {
        using var source = new CancellationTokenSource(timeout);
        int result = inner.Add(value);
        return source.IsCancellationRequested ? throw new TimeoutException() : result;
    }

    /// <inheritdoc/>
    public override async Task<int> AddLater(int value, bool suspends, CancellationToken cancellationToken)
    {
        using var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        source.CancelAfter(timeout);
        try
        {
            return await inner.AddLater(value, suspends, source.Token).WaitAsync(source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(exception.Message, exception);
        }
    }
}
