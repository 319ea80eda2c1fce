namespace Pipeline.Soak.Load;

/// <summary>Waits for something as long as there is progress, however slow, and says what hangs where there is none.</summary>
internal sealed class Watchdog(Func<long> progress, Func<string> describe)
{
    // Counted in looks, not on a clock: a machine that stands still for a while takes none.
    private const int LooksWithoutProgress = 60;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    public async Task WaitAsync(Task awaited)
    {
        var (last, looks) = (progress(), 0);
        while (await Task.WhenAny(awaited, Task.Delay(BetweenLooks)) != awaited)
        {
            looks = progress() == last ? looks + 1 : 0;
            last = progress();
            if (looks == LooksWithoutProgress)
                throw new AssertionException($"Nothing has happened for {LooksWithoutProgress} seconds.{Environment.NewLine}{describe()}");
        }

        await awaited;
    }

    /// <summary>Waits until the condition holds.</summary>
    public async Task WaitUntilAsync(Func<bool> condition)
    {
        await WaitAsync(Poll());

        async Task Poll()
        {
            while (!condition())
                await Task.Delay(5);
        }
    }
}
