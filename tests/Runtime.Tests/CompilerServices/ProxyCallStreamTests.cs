using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class ProxyCallStreamTests
{
    private int _produced;
    private bool _isDisposed;

    [Test]
    public async Task Stream_Items_ComeOneByOne()
    {
        var next = 0;
        await foreach (var item in ProxyCall.Stream(0, (_, token) => CountAsync(3, token), default))
        {
            Assert.That(item, Is.EqualTo(next++));
            Assert.That(_produced, Is.EqualTo(next), "nothing is produced ahead");
        }

        Assert.That(next, Is.EqualTo(3));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public async Task Stream_EarlyBreak_Disposes()
    {
        await foreach (var item in ProxyCall.Stream(0, (_, token) => CountAsync(3, token), default))
            break;
        Assert.That(_isDisposed, Is.True);
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Stream_Canceled_EndsAndDisposes(bool byTheCall, bool byTheEnumeration)
    {
        using var cancellation = new CancellationTokenSource();
        using var other = new CancellationTokenSource();
        var stream = ProxyCall.Stream(
            0, (_, token) => CountAsync(int.MaxValue, token), byTheCall ? cancellation.Token : other.Token);
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in stream.WithCancellation(byTheEnumeration ? cancellation.Token : other.Token))
                await cancellation.CancelAsync();
        });
        Assert.That(_produced, Is.EqualTo(1));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public async Task Stream_ApiIgnoresItsToken_EndsBeforeTheNextItem()
    {
        using var cancellation = new CancellationTokenSource();
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in ProxyCall.Stream(0, (_, _) => CountAsync(int.MaxValue, default), cancellation.Token))
                await cancellation.CancelAsync();
        });
        Assert.That(_produced, Is.EqualTo(1));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public async Task Stream_CanceledBefore_NeverStarts()
    {
        var calls = 0;
        var stream = ProxyCall.Stream(0, (_, token) => Start(token), new CancellationToken(canceled: true));
        await Assert.CatchAsync<OperationCanceledException>(() => DrainAsync(stream));
        Assert.That(calls, Is.Zero);

        IAsyncEnumerable<int> Start(CancellationToken cancellationToken)
        {
            calls++;
            return CountAsync(1, cancellationToken);
        }
    }

    [Test]
    public async Task Stream_ItemFails_ThrowsTheOriginal()
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(
            () => DrainAsync(ProxyCall.Stream(0, static (_, _) => FailAsync(), default)));
        Assert.That(thrown!.StackTrace, Does.Contain(nameof(FailAsync)));
    }

    [Test]
    public async Task Stream_CallThrows_FailsAtTheFirstItem()
    {
        var stream = ProxyCall.Stream<int, int>(0, static (_, _) => throw new InvalidDataException(), default);
        await Assert.ThrowsAsync<InvalidDataException>(() => DrainAsync(stream));
    }

    [Test]
    public async Task Stream_Null_SaysSo() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => DrainAsync(ProxyCall.Stream<int, int>(0, static (_, _) => null!, default)));

    [Test]
    public async Task FailedStream_FailsAtTheFirstItem()
    {
        var original = new InvalidDataException();
        Assert.That(await Assert.CatchAsync(() => DrainAsync(ProxyCall.FailedStream<int>(original))), Is.SameAs(original));
    }

    [Test]
    public async Task Abandonable_Items_PassThrough()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.That(await DrainAsync(ProxyCall.Abandonable(CountAsync(3, default), cancellation.Token)), Is.EqualTo(3));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public async Task Abandonable_CanceledWhileAnItemIsAwaited_StopsWaitingAndDisposesLater()
    {
        using var cancellation = new CancellationTokenSource();
        using var unobserved = new UnobservedExceptions();
        var stuck = new TaskCompletionSource();
        var disposed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var stream = ProxyCall.Abandonable(WaitAsync(), cancellation.Token);
        var step = stream.GetAsyncEnumerator().MoveNextAsync().AsTask();
        await cancellation.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => step);
        Assert.That(disposed.Task.IsCompleted, Is.False);

        stuck.SetException(new InvalidDataException("late"));
        await disposed.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(unobserved.Collect().OfType<InvalidDataException>(), Is.Empty);

        async IAsyncEnumerable<int> WaitAsync()
        {
            try
            {
                await stuck.Task;
                yield return 1;
            }
            finally
            {
                disposed.SetResult();
            }
        }
    }

    private async IAsyncEnumerable<int> CountAsync(int length, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (var item = 0; item < length; item++)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                _produced++;
                yield return item;
            }
        }
        finally
        {
            _isDisposed = true;
        }
    }

    private static async IAsyncEnumerable<int> FailAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new InvalidDataException();
    }

    private static async Task<int> DrainAsync(IAsyncEnumerable<int> stream)
    {
        var count = 0;
        await foreach (var item in stream)
            count++;
        return count;
    }
}
