using System.Diagnostics;

namespace Pipeline.Benchmarks.Calls;

/// <summary>
/// What threads cost that are blocked by a limit, beside the same behind a <see cref="SemaphoreSlim"/>: time of the processor.
/// </summary>
internal static class BlockedCallers
{
    private const int CallsEach = 20;

    /// <summary>Measures each number of threads and prints a table.</summary>
    public static async Task PrintAsync()
    {
        await using var apps = new TargetApps();
        var limited = await apps.StartAsync(("Concurrency", "4"));
        using var semaphore = new SemaphoreSlim(4);
        Measure(8, value => limited.Pause(value));
        Console.WriteLine("| threads | SemaphoreSlim, CPU | the limit, CPU | ratio | SemaphoreSlim, elapsed | the limit, elapsed |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|");
        foreach (int threads in new[] { 50, 200, 800 })
        {
            var byHand = Measure(threads, value => Wait(semaphore, value));
            var own = Measure(threads, value => limited.Pause(value));
            Console.WriteLine(FormattableString.Invariant(
                $"| {threads} | {byHand.Cpu:0} ms | {own.Cpu:0} ms | {own.Cpu / byHand.Cpu:0.00} | {byHand.Elapsed:0} ms | {own.Elapsed:0} ms |"));
        }
    }

    private static int Wait(SemaphoreSlim semaphore, int value)
    {
        semaphore.Wait();
        try
        {
            return Target.Sleep(value);
        }
        finally
        {
            semaphore.Release();
        }
    }

    private static (double Cpu, double Elapsed) Measure(int threads, Func<int, int> call)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        Thread[] all = [.. Enumerable.Range(0, threads).Select(_ => new Thread(() => Loop(call)))];
        Array.ForEach(all, static thread => thread.Start());
        Array.ForEach(all, static thread => thread.Join());
        process.Refresh();
        return ((process.TotalProcessorTime - before).TotalMilliseconds, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static void Loop(Func<int, int> call)
    {
        for (int made = 0; made < CallsEach; made++)
            call(made);
    }
}
