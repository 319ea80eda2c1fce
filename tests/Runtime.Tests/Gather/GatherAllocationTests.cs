namespace Pipeline.Runtime.Tests;

/// <summary>Gather.All allocates no more than Task.WhenAll and reading the results, byte for byte.</summary>
[NonParallelizable]
public sealed class GatherAllocationTests : InlineContinuationTests
{
    private const int Rounds = 200;

    [Test]
    public void All_PendingBranches_AllocatesNoMoreThanWhenAll([Values(2, 3, 8)] int count, [Values] bool reversed)
    {
        long whenAll = BytesPerRound(count, reversed, WhenAll);
        long all = BytesPerRound(count, reversed, All);

        TestContext.Out.WriteLine($"{count} pending: Gather.All {all} bytes, Task.WhenAll {whenAll} bytes");
        Assert.That(all, Is.LessThanOrEqualTo(whenAll));
    }

    [Test]
    public void All_CompletedBranches_AllocatesNoMoreThanWhenAll([Values(2, 3, 8)] int count)
    {
        long whenAll = BytesPerRound(count, reversed: null, WhenAll);
        long all = BytesPerRound(count, reversed: null, All);

        TestContext.Out.WriteLine($"{count} completed: Gather.All {all} bytes, Task.WhenAll {whenAll} bytes");
        Assert.That(all, Is.LessThanOrEqualTo(whenAll));
    }

    [Test]
    public void All_List_AllocatesNoMoreThanWhenAll([Values(2, 3, 8, 16)] int count, [Values] bool completed)
    {
        long whenAll = BytesPerRound(count, completed ? null : false, branches => Task.WhenAll(branches));
        long all = BytesPerRound(count, completed ? null : false, branches => Gather.All(branches));

        TestContext.Out.WriteLine($"list of {count}: Gather.All {all} bytes, Task.WhenAll {whenAll} bytes");
        Assert.That(all, Is.LessThanOrEqualTo(whenAll));
    }

    [Test]
    public void All_DifferentTypes_AllocatesNoMoreThanAMethodWithWhenAll()
    {
        static async Task<(int, string)> Method(Task<int> a, Task<string> b)
        {
            await Task.WhenAll(a, b).ConfigureAwait(false);
            return (a.Result, b.Result);
        }
        var text = Task.FromResult("b");

        long whenAll = BytesPerRound(1, false, branches => Method(branches[0], text));
        long all = BytesPerRound(1, false, branches => Gather.All(branches[0], text));

        TestContext.Out.WriteLine($"int and string: Gather.All {all} bytes, a method with Task.WhenAll {whenAll} bytes");
        Assert.That(all, Is.LessThanOrEqualTo(whenAll));
    }

    private static Task All(Task<int>[] t) => t.Length switch
    {
        2 => Gather.All(t[0], t[1]),
        3 => Gather.All(t[0], t[1], t[2]),
        _ => Gather.All(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]),
    };

    private static Task WhenAll(Task<int>[] t) => t.Length switch
    {
        2 => Task.WhenAll(t[0], t[1]),
        3 => Task.WhenAll(t[0], t[1], t[2]),
        _ => Task.WhenAll(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7]),
    };

    private static long BytesPerRound(int count, bool? reversed, Func<Task<int>[], Task> gather)
    {
        Measure(count, reversed, gather);
        return Enumerable.Range(0, 3).Min(_ => Measure(count, reversed, gather)) / Rounds;
    }

    /// <param name="count">How many branches.</param>
    /// <param name="reversed">Whether the last branch ends first; null when all have ended before.</param>
    /// <param name="gather">Joins the branches.</param>
    private static long Measure(int count, bool? reversed, Func<Task<int>[], Task> gather)
    {
        var sources = new TaskCompletionSource<int>[Rounds][];
        var branches = new Task<int>[Rounds][];
        for (int i = 0; i < Rounds; i++)
        {
            sources[i] = [.. Enumerable.Range(0, count).Select(_ => new TaskCompletionSource<int>())];
            branches[i] = [.. sources[i].Select(source => source.Task)];
            if (reversed is null)
                Array.ForEach(sources[i], source => source.SetResult(1));
            else if (reversed.Value)
                Array.Reverse(sources[i]);
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            var gathered = gather(branches[i]);
            if (reversed is not null)
            {
                foreach (var source in sources[i])
                    source.SetResult(1);
            }
            if (!gathered.IsCompletedSuccessfully)
                throw new InvalidOperationException("The branches are over, the gather is not.");
        }
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
