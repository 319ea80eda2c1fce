using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class ProxyCallPooledStreamTests
{
    private readonly AnyProxy _proxy = new();
    private readonly TrackedItems _items = new();

    [Test]
    public async Task Stream_Items_ComeOneByOneFromThePool()
    {
        var seen = new List<int>();
        await foreach (var item in Stream())
        {
            Assert.That(_items.Produced, Is.EqualTo(item + 1), "nothing is produced ahead");
            seen.Add(item);
            if (item == 99)
                break;
        }

        Assert.That(seen, Is.EqualTo(Enumerable.Range(0, 100)));
        Assert.That(_items.OffPool, Is.Zero);
        Assert.That(_items.Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task Stream_NotEnumerated_DoesNotStart()
    {
        var started = false;
        var stream = ProxyCall.Stream(_proxy, 0, (_, _) => { started = true; return _items.Take(1); }, default);
        Assert.That(started, Is.False);
        await foreach (var item in stream)
            Assert.That(started, Is.True);
    }

    [Test]
    public async Task Stream_ReachesItsEnd_DisposesOnce()
    {
        _items.Length = 3;
        Assert.That(await CountAsync(Stream()), Is.EqualTo(3));
        Assert.That(_items.Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task Stream_BetweenItems_HoldsNoSlot()
    {
        _items.Length = 2;
        await foreach (var item in Stream())
        {
            using var gate = new SlotGate();
            await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        }
    }

    [Test]
    public async Task Stream_ItemFails_ThrowsTheOriginalAndDisposes()
    {
        _items.FailAt = 2;
        var seen = 0;
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Stream())
                seen++;
        });
        Assert.That(thrown!.StackTrace, Does.Contain(nameof(TrackedItems)));
        Assert.That(seen, Is.EqualTo(2));
        Assert.That(_items.Disposals, Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Stream_CanceledBetweenItems_EndsAndDisposes(bool byTheCall)
    {
        using var cancellation = new CancellationTokenSource();
        var stream = byTheCall ? Stream(cancellation.Token) : Stream();
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in stream.WithCancellation(byTheCall ? default : cancellation.Token))
                await cancellation.CancelAsync();
        });
        Assert.That(_items.Produced, Is.EqualTo(1));
        Assert.That(_items.Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task Stream_EitherToken_ReachesTheApi()
    {
        using var ofTheCall = new CancellationTokenSource();
        using var ofTheEnumeration = new CancellationTokenSource();
        CancellationToken received = default;
        var stream = ProxyCall.Stream(
            _proxy, 0, (_, token) => { received = token; return _items; }, ofTheCall.Token);
        await Assert.CatchAsync<OperationCanceledException>(async () =>
        {
            await foreach (var item in stream.WithCancellation(ofTheEnumeration.Token))
                await ofTheEnumeration.CancelAsync();
        });
        Assert.That(received.IsCancellationRequested, Is.True);
    }

    [Test]
    public async Task Stream_CanceledDuringAStep_EndsAtOnceAndDisposesAfterTheStep()
    {
        using var cancellation = new CancellationTokenSource();
        _items.Block();
        var step = Stream(cancellation.Token).GetAsyncEnumerator().MoveNextAsync().AsTask();
        await _items.Blocked;
        await cancellation.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => step);
        Assert.That(_items.Disposals, Is.Zero, "the step still runs");

        _items.Unblock();
        await _items.Disposed.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(_items.Disposals, Is.EqualTo(1));
    }

    [Test]
    public async Task Stream_DisposalFails_ThrowsIt()
    {
        _items.FailDisposal = true;
        await Assert.ThrowsAsync<InvalidDataException>(async () =>
        {
            await foreach (var item in Stream())
                break;
        });
    }

    [Test]
    public async Task Stream_Null_SaysSo() => await Assert.ThrowsAsync<InvalidOperationException>(
        () => CountAsync(ProxyCall.Stream<int, int>(_proxy, 0, static (_, _) => (IEnumerable<int>)null!, default)));

    private IAsyncEnumerable<int> Stream(CancellationToken cancellationToken = default) =>
        ProxyCall.Stream(_proxy, _items, static (items, _) => items, cancellationToken);

    private static async Task<int> CountAsync(IAsyncEnumerable<int> stream)
    {
        var count = 0;
        await foreach (var item in stream)
            count++;
        return count;
    }
}
