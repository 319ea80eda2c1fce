namespace Pipeline.Runtime.Tests;

/// <summary>How a branch of an <see cref="Interleaving"/> ends.</summary>
internal enum End
{
    Success,
    Failure,
    Cancellation,
}

/// <summary>Branches, how each ends, and the order in which they do: one schedule among many.</summary>
internal sealed class Interleaving
{
    private readonly TaskCompletionSource<int>[] _sources;
    private readonly End[] _ends;

    private Interleaving(Random random, int count)
    {
        _sources = [.. Enumerable.Range(0, count).Select(_ => new TaskCompletionSource<int>())];
        _ends = [.. _sources.Select(_ => random.Next(3) is 0 ? End.Success : (End)random.Next(3))];
        Order = [.. Enumerable.Range(0, count)];
        random.Shuffle(Order);
        Early = random.Next(count + 1);
    }

    /// <summary>The branches, in the order they end.</summary>
    public int[] Order { get; }

    /// <summary>How many have ended before they are gathered.</summary>
    public int Early { get; }

    public int Count => _sources.Length;

    public Task<int> this[int branch] => _sources[branch].Task;

    /// <summary>Runs so many random schedules, naming the seed of one that fails.</summary>
    public static async Task Explore(int schedules, int minCount, int maxCount, Func<Interleaving, Task> check)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"Seed {seed}, {schedules} schedules.");
        for (int i = 0; i < schedules; i++)
        {
            var random = new Random(seed + i);
            var interleaving = new Interleaving(random, random.Next(minCount, maxCount + 1));
            try
            {
                await check(interleaving);
            }
            catch (Exception exception)
            {
                throw new AssertionException($"Seed {seed + i}: {interleaving}{Environment.NewLine}{exception.Message}", exception);
            }
        }
    }

    /// <summary>Ends the branch; as a canceled one if it has a token to stop for.</summary>
    public void Complete(int branch, CancellationToken token = default)
    {
        if (token.IsCancellationRequested || _ends[branch] is End.Cancellation)
            _sources[branch].SetCanceled(token.IsCancellationRequested ? token : new(canceled: true));
        else if (_ends[branch] is End.Failure)
            _sources[branch].SetException(new InvalidOperationException($"{branch}"));
        else
            _sources[branch].SetResult(branch);
    }

    public bool Succeeds(int branch) => _ends[branch] is End.Success;

    /// <summary>Whether the exception is the one the branch ends with.</summary>
    public bool IsFailureOf(int branch, Exception exception) => _ends[branch] switch
    {
        End.Failure => exception is InvalidOperationException && exception.Message == $"{branch}",
        End.Cancellation => exception is TaskCanceledException canceled && canceled.Task == this[branch],
        _ => false,
    };

    public override string ToString() => $"ends {string.Join(", ", _ends)}; order {string.Join(", ", Order)}; {Early} early";
}
