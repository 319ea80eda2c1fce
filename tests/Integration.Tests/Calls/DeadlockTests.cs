using System.Diagnostics;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>Limited services that call each other, in a process of their own: its pool has one thread.</summary>
public sealed class DeadlockTests
{
    [Test]
    public async Task NestedSyncCalls_OnOnePoolThread_AllEnd([Values(1, 2, 5)] int concurrency)
    {
        using var process = Process.Start(new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Pipeline.Integration.OneThread.dll"), $"{concurrency}"])
        {
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1", ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1" },
        })!;

        Assert.That(await process.StandardOutput.ReadToEndAsync(), Does.StartWith($"1 thread, {concurrency} at a time: {SyncSum} {AsyncSum}"));
        await process.WaitForExitAsync();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private static long SyncSum => Enumerable.Range(0, 8).Sum(OuterSquares);

    private static long AsyncSum => Enumerable.Range(0, 300).Sum(value => (value % 3) switch
    {
        0 => OuterSquares(value),
        1 => InnerSquares(value),
        _ => (long)value * value,
    });

    private static long InnerSquares(int value) => ((long)value * value) + ((long)(value + 1) * (value + 1));

    private static long OuterSquares(int value) => InnerSquares(value) + ((long)value * value);
}
