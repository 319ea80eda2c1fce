namespace Pipeline.Runtime.Tests;

public sealed class GatherContinuationTests : InlineContinuationTests
{
    [Test]
    public async Task All_NestedDeeply_DoesNotOverflowTheStack()
    {
        var innermost = new TaskCompletionSource<int>();
        Task<int[]> nested = Gather.All([innermost.Task]);
        for (int i = 0; i < 100_000; i++)
            nested = First(Gather.All(nested, Task.FromResult(0)));

        innermost.SetResult(7);

        Assert.That(await nested, Is.EqualTo(new[] { 7 }));

        static async Task<int[]> First(Task<(int[], int)> all) => (await all.ConfigureAwait(false)).Item1;
    }

    [Test]
    public async Task All_NestedDeeplyAndFailing_DoesNotOverflowTheStack()
    {
        var innermost = new TaskCompletionSource<int>();
        Task nested = innermost.Task;
        for (int i = 0; i < 10_000; i++)
            nested = Gather.All(nested, Task.CompletedTask);

        innermost.SetException(new InvalidOperationException("deep"));

        await Assert.ThatAsync(() => nested, Throws.InvalidOperationException.With.Message.EqualTo("deep"));
    }

    [Test]
    public async Task Each_BodiesThatNeverAwait_DoNotOverflowTheStack() =>
        Assert.That(await Gather.Each(Enumerable.Range(0, 1_000_000), (i, _) => Task.FromResult(i), 1), Has.Length.EqualTo(1_000_000));

    [Test]
    public async Task Gather_UnderASynchronizationContext_NeverNeedsIt()
    {
        var context = new CountingContext();
        async Task<int> Later()
        {
            await Task.Yield();
            return 1;
        }

        Task[] gathered = await Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                Task<int> Branch() => Task.Run(Later);
                return new Task[]
                {
                    Gather.All(Branch(), Branch()),
                    Gather.Settle(Branch(), Branch()),
                    Gather.FailFast(_ => Branch(), _ => Branch()),
                    Gather.First([_ => Branch(), _ => Branch()]),
                    Gather.Each([1, 2, 3], (_, _) => Branch()),
                };
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        });
        await Task.WhenAll(gathered);

        Assert.That(context.Posts, Is.Zero);
    }

    [Test]
    public void All_LastBranchEnds_CompletesOnItsThread()
    {
        var (first, last) = (new TaskCompletionSource<int>(), new TaskCompletionSource<int>());
        var all = Gather.All(first.Task, last.Task);

        last.SetResult(1);
        first.SetResult(1);

        Assert.That(all.IsCompletedSuccessfully);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => _posts;

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
