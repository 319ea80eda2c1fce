using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests;

public sealed class GatherEachTests : InlineContinuationTests
{
    [Test]
    public async Task Each_ManyItems_ReturnsResultsInInputOrder([Values(1, 2, 7)] int maxConcurrency, [Values] bool countIsKnown)
    {
        var items = Enumerable.Range(0, 200);
        var results = await Gather.Each(countIsKnown ? items.ToList() : items.Where(_ => true), async (i, c) =>
        {
            if (i % 3 == 0)
                await Task.Yield();
            return i * 2;
        }, maxConcurrency);

        Assert.That(results, Is.EqualTo(items.Select(i => i * 2)));
    }

    [Test]
    public async Task Each_AsyncSource_ReturnsResultsInInputOrder()
    {
        static async IAsyncEnumerable<int> Items()
        {
            for (int i = 0; i < 100; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        Assert.That(await Gather.Each(Items(), (i, c) => Task.FromResult(i), 3), Is.EqualTo(Enumerable.Range(0, 100)));
    }

    [Test]
    public async Task Each_AsyncSourceWaitsForItsToken_StopsAtTheFirstFailure()
    {
        static async IAsyncEnumerable<int> Items([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return 1;
            await Task.Delay(Timeout.Infinite, token);
        }

        var each = Gather.Each(Items(), (i, c) => Branches.FailLater<int>("first"), 2);

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("first"));
        Assert.That(Gather.FailuresOf(each), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_NoItems_ReturnsNothing() =>
        Assert.That(await Gather.Each(Array.Empty<int>(), (i, c) => Task.FromResult(i)), Is.Empty);

    [Test]
    public async Task Each_Bounded_NeverExceedsAndReachesTheBound()
    {
        const int Bound = 3;
        int running = 0;
        int most = 0;
        var full = Signal();

        await Gather.Each(Enumerable.Range(0, 50), async (i, c) =>
        {
            int now = Interlocked.Increment(ref running);
            InterlockedMax(ref most, now);
            if (now == Bound)
                full.TrySetResult();
            await full.Task;
            await Task.Yield();
            Interlocked.Decrement(ref running);
        }, Bound);

        Assert.That(most, Is.EqualTo(Bound));
    }

    [Test]
    public async Task Each_LazySource_IsReadOnlyAsFarAsNeeded()
    {
        int read = 0;
        var gate = new TaskCompletionSource();
        var reached = Signal();
        IEnumerable<int> Items()
        {
            for (int i = 0; i < 10_000; i++)
            {
                read++;
                yield return i;
            }
        }

        int waiting = 0;
        var each = Gather.Each(Items(), async (i, c) =>
        {
            if (Interlocked.Increment(ref waiting) == 4)
                reached.SetResult();
            await gate.Task;
            return i;
        }, 4);
        await reached.Task;

        Assert.That(Volatile.Read(ref read), Is.EqualTo(4));
        gate.SetResult();
        Assert.That(await each, Has.Length.EqualTo(10_000));
    }

    [Test]
    public void Each_BodyMisbehaves_Fails()
    {
        Assert.That(() => Gather.Each<int, int>([1], (i, c) => throw new FormatException()), Throws.TypeOf<FormatException>());
        Assert.That(() => Gather.Each<int, int>([1], (i, c) => null!), Throws.InvalidOperationException);
        Assert.That(() => Gather.Each<int>([1], (i, c) => null!), Throws.InvalidOperationException);
    }

    [Test]
    public async Task Each_SourceThrows_FailsOnceTheRunningAreOver()
    {
        var running = new TaskCompletionSource<int>();
        bool disposed = false;
        CancellationToken seen = default;
        var thrown = Signal();
        IEnumerable<int> Items()
        {
            try
            {
                yield return 1;
                thrown.SetResult();
                throw new FormatException();
            }
            finally
            {
                disposed = true;
            }
        }
        var entered = Signal();
        var each = Gather.Each(Items(), (i, c) => { seen = c; entered.SetResult(); return running.Task; }, 2);
        await Task.WhenAll(entered.Task, thrown.Task);
        Assert.That((each.IsCompleted, seen.IsCancellationRequested), Is.EqualTo((false, false)));

        running.SetResult(1);
        Assert.That(() => each, Throws.TypeOf<FormatException>());
        Assert.That(disposed);
    }

    [Test]
    public void Each_SourceCannotBeEnumerated_Fails()
    {
        var source = new ThrowingSource();

        Assert.That(() => Gather.Each((IEnumerable<int>)source, (i, c) => Task.FromResult(i)), Throws.TypeOf<FormatException>());
        Assert.That(() => Gather.Each((IAsyncEnumerable<int>)source, (i, c) => Task.FromResult(i)), Throws.TypeOf<FormatException>());
    }

    [Test]
    public async Task Each_Canceled_ThrowsWithTheCallersToken()
    {
        using var source = new CancellationTokenSource();
        var entered = Signal();
        var each = Gather.Each(Enumerable.Range(0, 100), async (i, c) =>
        {
            entered.TrySetResult();
            await Task.Delay(Timeout.Infinite, c);
        }, cancellationToken: source.Token);
        await entered.Task;

        await source.CancelAsync();

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => each);
        Assert.That(thrown.CancellationToken, Is.EqualTo(source.Token));
    }

    [Test]
    public async Task Each_CanceledBefore_StartsNothing()
    {
        bool started = false;

        var each = Gather.Each([1], (i, c) => { started = true; return Task.CompletedTask; }, cancellationToken: new(true));

        await Assert.CatchAsync<OperationCanceledException>(() => each);
        Assert.That((each.IsCanceled, started), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Each_Progress_CountsUpOneByOne()
    {
        var reports = new List<int>();

        await Gather.Each(Enumerable.Range(0, 100), async (i, c) => await Task.Yield(), 4, new Reports(reports.Add));

        Assert.That(reports, Is.EqualTo(Enumerable.Range(1, 100)));
    }

    [Test]
    public void Each_ProgressThrows_Fails() =>
        Assert.That(
            () => Gather.Each([1], (i, c) => Task.CompletedTask, progress: new Reports(_ => throw new FormatException())),
            Throws.TypeOf<FormatException>());

    [Test]
    public void Each_BadArguments_ThrowAtOnce()
    {
        static Task<int> Body(int item, CancellationToken token) => Task.FromResult(item);

        Assert.That(() => { _ = Gather.Each((IEnumerable<int>)null!, Body); }, Throws.ArgumentNullException);
        Assert.That(() => { _ = Gather.Each((IAsyncEnumerable<int>)null!, Body); }, Throws.ArgumentNullException);
        Assert.That(() => { _ = Gather.Each<int, int>([1], null!); }, Throws.ArgumentNullException);
        Assert.That(() => { _ = Gather.Each<int>([1], null!); }, Throws.ArgumentNullException);
        Assert.That(
            () => { _ = Gather.Each([1], Body, 0); },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Property("ParamName").EqualTo("maxConcurrency"));
    }

    /// <summary>A signal whose sender does not run the test that waits for it.</summary>
    private static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static void InterlockedMax(ref int location, int value)
    {
        for (int seen = location; seen < value;)
        {
            int before = Interlocked.CompareExchange(ref location, value, seen);
            if (before == seen)
                return;
            seen = before;
        }
    }

    private sealed class Reports(Action<int> report) : IProgress<int>
    {
        public void Report(int value) => report(value);
    }

    private sealed class ThrowingSource : IEnumerable<int>, IAsyncEnumerable<int>
    {
        public IEnumerator<int> GetEnumerator() => throw new FormatException();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

        public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new FormatException();
    }
}
