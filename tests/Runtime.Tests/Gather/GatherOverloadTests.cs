namespace Pipeline.Runtime.Tests;

/// <summary>Which overload each form of call means. The declared types are the assertions.</summary>
public sealed class GatherOverloadTests
{
    private static CancellationToken None => CancellationToken.None;

    [Test]
    public async Task All_EveryFormOfCall_MeansTheOverloadWithResults()
    {
        Task<int>[] array = [I(), I()];
        List<Task<int>> list = [I(), I()];
        IReadOnlyList<Task<int>> readOnly = list;
        Task<(int, string)> pair = Gather.All(I(), S());
        Task<(int, int)> equal = Gather.All(I(), I());
        Task<int[]> one = Gather.All(I());
        Task<int[]> literal = Gather.All([I(), I()]);
        Task<int[]> spread = Gather.All([.. list, I()]);
        Task<int[]> ofArray = Gather.All(array);
        Task<int[]> ofList = Gather.All(list);
        Task<int[]> ofReadOnly = Gather.All(readOnly);
        Task<int[]> ofQuery = Gather.All(Enumerable.Range(0, 2).Select(_ => I()));
        Task<int[]> nine = Gather.All(I(), I(), I(), I(), I(), I(), I(), I(), I());
        Task<(int, string)> started = Gather.All(task1: I(), task2: S());

        await Gather.All((Task)pair, equal, one, literal, spread, ofArray, ofList, ofReadOnly, ofQuery, nine, started);
        Assert.That((await literal).Length + (await spread).Length + (await nine).Length, Is.EqualTo(14));
    }

    [Test]
    public async Task All_WithoutResults_MeansTheVoidOverload()
    {
        Task[] array = [V(), I()];
        List<Task> list = [V(), I()];
        await Gather.All();
        await Gather.All(V());
        await Gather.All(V(), V());
        await Gather.All([V(), V()]);
        await Gather.All(V(), I());
        await Gather.All(array);
        await Gather.All(list);
        await Gather.All(Enumerable.Range(0, 2).Select(_ => V()));
        await Gather.All(V(), V(), V(), V(), V(), V(), V(), V(), V());
        Assert.That(Gather.All(V(), V()).GetType(), Is.EqualTo(Task.CompletedTask.GetType()));
    }

    [Test]
    public async Task Settle_EveryFormOfCall_MeansTheOverloadOfItsBranches()
    {
        Task<int>[] array = [I(), I()];
        Task<(Outcome<int>, Outcome<string>)> pair = Gather.Settle(I(), S());
        Task<Outcome<int>[]> one = Gather.Settle(I());
        Task<Outcome<int>[]> literal = Gather.Settle([I(), I()]);
        Task<Outcome<int>[]> ofArray = Gather.Settle(array);
        Task<Outcome<int>[]> ofQuery = Gather.Settle(array.Where(_ => true));
        Task<Outcome[]> voids = Gather.Settle(V(), V());
        Task<Outcome[]> none = Gather.Settle();
        Task<Outcome[]> voidQuery = Gather.Settle(Enumerable.Range(0, 2).Select(_ => V()));

        await Gather.All((Task)pair, one, literal, ofArray, ofQuery, voids, none, voidQuery);
        Assert.That(await none, Is.Empty);
    }

    [Test]
    public async Task FailFast_EveryFormOfCall_MeansTheOverloadOfItsBranches()
    {
        Func<CancellationToken, Task<int>>[] array = [I, I];
        List<Func<CancellationToken, Task<int>>> list = [I, I];
        Func<CancellationToken, Task>[] voids = [V, V];
        Task<(int, string)> lambdas = Gather.FailFast(c => I(c), c => S(c), None);
        Task<(int, string)> groups = Gather.FailFast(I, S, None);
        Task<(int, string)> asyncs = Gather.FailFast(async c => await I(c), async c => { await Task.Yield(); return "b"; }, None);
        Task<int[]> one = Gather.FailFast([c => I(c)], None);
        Task<int[]> literal = Gather.FailFast([c => I(c), c => I(c)], None);
        Task<int[]> ofArray = Gather.FailFast(array, None);
        Task<int[]> ofList = Gather.FailFast(list, None);
        Task<int[]> ofQuery = Gather.FailFast(list.Select(f => f), None);
        Task<int[]> nine = Gather.FailFast([I, I, I, I, I, I, I, I, I], None);

        await Gather.All((Task)lambdas, groups, asyncs, one, literal, ofArray, ofList, ofQuery, nine);
        await Gather.FailFast(c => V(c), c => V(c));
        await Gather.FailFast(c => V(c), c => V(c), None);
        await Gather.FailFast(V, V, V, V, V, V, V, V, None);
        await Gather.FailFast(async c => await V(c), async c => { await Task.Yield(); }, None);
        await Gather.FailFast(voids, None);
        await Gather.FailFast(voids.ToList(), None);
        await Gather.FailFast(voids.Select(f => f), None);
        Assert.That(await nine, Has.Length.EqualTo(9));
    }

    [Test]
    public async Task Races_EveryFormOfCall_MeanTheOverloadOfTheirBranches()
    {
        List<Func<CancellationToken, Task<int>>> list = [I, I];
        List<Func<CancellationToken, Task>> voids = [V, V];
        Task<int> first = Gather.First([c => I(c), c => I(c)], None);
        Task<int> firstOfList = Gather.First(list, None);
        Task<int[]> quorum = Gather.Quorum(1, [c => I(c), async c => await I(c)], None);
        Task<int[]> quorumOfList = Gather.Quorum(1, list.ToArray(), None);

        await Gather.All((Task)first, firstOfList, quorum, quorumOfList);
        await Gather.First(voids, None);
        await Gather.Quorum(1, voids.ToArray(), None);
        Assert.That(await first, Is.EqualTo(1));
    }

    [Test]
    public async Task Each_EveryFormOfCall_MeansTheOverloadOfItsBody()
    {
        int[] items = [1, 2];
        Task<string[]> results = Gather.Each(items, (i, c) => S(c));
        Task<string[]> asyncs = Gather.Each(items, async (i, c) => await S(c), 2, null, None);
        Task<int[]> group = Gather.Each(items, Body);
        Task<int[]> stream = Gather.Each(items.ToAsyncEnumerable(), Body);
        Task voids = Gather.Each(items, (i, c) => V(c));
        Task asyncVoids = Gather.Each(items, async (i, c) => { await Task.Yield(); });
        Task voidStream = Gather.Each(items.ToAsyncEnumerable(), (i, c) => V(c), maxConcurrency: 1);

        await Gather.All(results, asyncs, group, stream, voids, asyncVoids, voidStream);
        Assert.That(await group, Is.EqualTo(items));

        static Task<int> Body(int item, CancellationToken token = default) => Task.FromResult(item);
    }

    private static Task<int> I(CancellationToken token = default) => Task.FromResult(1);

    private static Task<int> I() => I(None);

    private static Task<string> S(CancellationToken token = default) => Task.FromResult("s");

    private static Task V(CancellationToken token = default) => Task.CompletedTask;
}
