using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>The longest call alone stays within its time; one that waited for another may not.</summary>
public sealed class PressInWorld(World world) : Press.Proxy(new View(world))
{
    private static readonly Api EstimateApi = new(
        nameof(Press), nameof(Estimate), Effect.None, new Limits(Concurrency: 1, Timeout: Assignment.LongestLatency + 1));

    public override int Estimate(int x, CancellationToken ct = default) => world.Call<int>(EstimateApi, [x], ct);

    private sealed class View(World world) : Async
    {
        public override Task<int> Estimate(int x, CancellationToken ct = default) => world.CallAsync<int>(EstimateApi, [x], ct);
    }
}
