using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests;

/// <summary>Which of several failures <c>Gather.Each</c> throws, and what it stops: both follow the order of the items, never time.</summary>
public sealed class GatherEachFailureTests : InlineContinuationTests
{
    [Test]
    public async Task Each_LaterItemFailsFirst_ThrowsTheEarlierFailure()
    {
        var items = new GatedItems(3);
        var each = items.RunAsync();

        await items.FailAsync(2, new InvalidOperationException("2"));
        await items.FailAsync(0, new InvalidOperationException("0"));
        items.Succeed(1);

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("0"));
        Assert.That(Gather.FailuresOf(each).Select(failure => failure.Message), Is.EqualTo(new[] { "0", "2" }));
    }

    [Test]
    public async Task Each_ItemFails_CancelsThoseBehindItOnly()
    {
        var items = new GatedItems(4);
        var each = items.RunAsync();

        await items.FailAsync(2, new InvalidOperationException("2"));
        await Branches.Canceled(items.TokenOf(3));

        Assert.That(Enumerable.Range(0, 4).Select(item => items.TokenOf(item).IsCancellationRequested), Is.EqualTo(new[] { false, false, false, true }));
        Assert.That(each.IsCompleted, Is.False);
        items.Succeed(0, 1, 3);
        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("2"));
    }

    [Test]
    public async Task Each_EarlierItemFailsToo_CancelsWhatIsBetween()
    {
        var items = new GatedItems(4);
        var each = items.RunAsync();

        await items.FailAsync(3, new InvalidOperationException("3"));
        await items.FailAsync(1, new InvalidOperationException("1"));
        await Branches.Canceled(items.TokenOf(2));

        Assert.That(items.TokenOf(0).IsCancellationRequested, Is.False);
        items.Cancel(2);
        items.Succeed(0);
        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("1"));
        Assert.That(Gather.FailuresOf(each).Select(failure => failure.Message), Is.EqualTo(new[] { "1", "3" }));
    }

    [Test]
    public async Task Each_ItemBeforeTheFailedOneSucceeds_StartsNoMore()
    {
        var items = new GatedItems(2);
        var each = items.RunAsync(of: 100);

        await items.FailAsync(1, new InvalidOperationException("1"));
        items.Succeed(0);

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("1"));
        Assert.That(items.Started, Is.EquivalentTo(new[] { 0, 1 }));
    }

    [Test]
    public async Task Each_ItemCancelsItself_IsAFailureInItsPlace()
    {
        var items = new GatedItems(3);
        var each = items.RunAsync();

        await items.FailAsync(1, new TaskCanceledException("1"));
        await Branches.Canceled(items.TokenOf(2));
        await items.FailAsync(0, new InvalidOperationException("0"));
        items.Cancel(2);

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("0"));
        Assert.That(Gather.FailuresOf(each).Select(failure => failure.Message), Is.EqualTo(new[] { "0", "1" }));
    }

    [Test]
    public async Task Each_SourceThrowsAndAnItemFailsLater_ThrowsTheItemsFailure()
    {
        var items = new GatedItems(1);
        var thrown = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        IEnumerable<int> Source()
        {
            yield return 0;
            thrown.SetResult();
            throw new FormatException("source");
        }
        var each = Gather.Each(Source(), items.BodyAsync, 2);
        await thrown.Task;

        await items.FailAsync(0, new InvalidOperationException("0"));

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("0"));
        Assert.That(Gather.FailuresOf(each).Select(failure => failure.Message), Is.EqualTo(new[] { "0", "source" }));
    }

    [Test]
    public async Task Each_ItemFails_StopsReadingAnAsyncSource()
    {
        static async IAsyncEnumerable<int> Source([EnumeratorCancellation] CancellationToken token = default)
        {
            yield return 0;
            yield return 1;
            await Task.Delay(Timeout.Infinite, token);
        }
        var items = new GatedItems(2);
        var each = Gather.Each(Source(), items.BodyAsync, 3);

        await items.FailAsync(1, new InvalidOperationException("1"));
        items.Succeed(0);

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("1"));
        Assert.That(Gather.FailuresOf(each), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Each_CallerCancelsAfterAFailure_StopsTheItemsBeforeItToo()
    {
        using var caller = new CancellationTokenSource();
        var items = new GatedItems(2);
        var each = items.RunAsync(cancellationToken: caller.Token);
        await items.FailAsync(1, new InvalidOperationException("1"));

        await caller.CancelAsync();
        items.Cancel(0);

        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => each);
        Assert.That(thrown.CancellationToken, Is.EqualTo(caller.Token));
        Assert.That(Gather.FailuresOf(each), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Each_CallbackOnCancellationThrows_ComesLast()
    {
        var items = new GatedItems(3);
        var each = items.RunAsync();
        await items.AllStarted;
        using var registration = items.TokenOf(2).Register(() => throw new FormatException("callback"));

        await items.FailAsync(1, new InvalidOperationException("1"));
        items.Succeed(0);
        await items.FailAsync(2, new InvalidOperationException("2"));

        await Assert.ThatAsync(() => each, Throws.InvalidOperationException.With.Message.EqualTo("1"));
        Assert.That(Gather.FailuresOf(each).Select(failure => failure.Message), Is.EqualTo(new[] { "1", "2", "callback" }));
    }

    /// <summary>Which items fail is fixed, when they do is not: what comes out is what a loop throws.</summary>
    [Test]
    public async Task Each_RandomFailuresAtRandomTimes_ThrowsWhatALoopThrows([Range(1, 50)] int seed)
    {
        var random = new Random(seed);
        bool[] fails = [.. Enumerable.Range(0, 40).Select(_ => random.Next(10) == 0)];
        int[] yields = [.. fails.Select(_ => random.Next(4))];

        Outcome<int[]>[] outcomes = await Gather.Settle([Gather.Each(Enumerable.Range(0, fails.Length), async (item, token) =>
        {
            for (int i = 0; i < yields[item]; i++)
                await Task.Yield();
            token.ThrowIfCancellationRequested();
            return fails[item] ? throw new InvalidOperationException($"{item}") : item;
        }, 1 + random.Next(8))]);

        int first = Array.IndexOf(fails, true);
        Assert.That(outcomes[0].Exception?.Message, Is.EqualTo(first < 0 ? null : $"{first}"));
    }

    /// <summary>Items that all run at a time and end when the test says so.</summary>
    private sealed class GatedItems(int count)
    {
        private readonly TaskCompletionSource<int>[] _gates = [.. Enumerable.Range(0, count).Select(_ => new TaskCompletionSource<int>())];
        private readonly CancellationToken[] _tokens = new CancellationToken[count];
        private readonly ConcurrentQueue<int> _started = new();
        private readonly TaskCompletionSource _allStarted = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IEnumerable<int> Started => _started;

        public Task AllStarted => _allStarted.Task;

        public Task<int[]> RunAsync(int? of = null, CancellationToken cancellationToken = default) =>
            Gather.Each(Enumerable.Range(0, of ?? count), BodyAsync, count, cancellationToken: cancellationToken);

        public Task<int> BodyAsync(int item, CancellationToken token)
        {
            _tokens[item] = token;
            _started.Enqueue(item);
            if (_started.Count == count) // seen by each of two items that start at once
                _allStarted.TrySetResult();
            return _gates[item].Task;
        }

        public CancellationToken TokenOf(int item) => _tokens[item];

        /// <summary>Lets an item fail once all run.</summary>
        public async Task FailAsync(int item, Exception exception)
        {
            await AllStarted;
            _gates[item].SetException(exception);
        }

        public void Cancel(int item) => _gates[item].SetCanceled(_tokens[item]);

        public void Succeed(params IEnumerable<int> items)
        {
            foreach (int item in items)
                _gates[item].SetResult(item);
        }
    }
}
