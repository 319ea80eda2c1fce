using System.Threading.Channels;

namespace Pipeline.Benchmarks.Queue;

/// <summary>A bounded channel that as many loops as there are slots read from; each call waits for its answer.</summary>
internal sealed class ChannelQueue : IAsyncDisposable
{
    private readonly Channel<Request> _requests = Channel.CreateBounded<Request>(1024);
    private readonly Task _loops;

    public ChannelQueue(int slots, Func<int, CancellationToken, Task<int>> body) =>
        _loops = Task.WhenAll(Enumerable.Range(0, slots).Select(_ => Task.Run(() => ServeAsync(body))));

    public async Task<int> CallAsync(int value, CancellationToken cancellationToken)
    {
        var request = new Request(value, cancellationToken);
        await _requests.Writer.WriteAsync(request, cancellationToken).ConfigureAwait(false);
        return await request.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _requests.Writer.Complete();
        await _loops.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    // Faster than ReadAllAsync, whose loops all wake for each request; it ends by the exception of a closed channel.
    private async Task ServeAsync(Func<int, CancellationToken, Task<int>> body)
    {
        while (true)
        {
            var request = await _requests.Reader.ReadAsync().ConfigureAwait(false);
            try
            {
                request.SetResult(await body(request.Value, request.CancellationToken).ConfigureAwait(false));
            }
            catch (Exception exception)
            {
                request.SetException(exception);
            }
        }
    }

    // The loop must not run its caller's continuation.
    private sealed class Request(int value, CancellationToken cancellationToken)
        : TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public int Value => value;

        public CancellationToken CancellationToken => cancellationToken;
    }
}
