using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>One call at a time, in the order they come.</summary>
public sealed class GateInWorld(World world) : Gate.Proxy(new View(world))
{
    private static readonly Limits One = new(Concurrency: 1);
    private static readonly Api MeasureApi = new(nameof(Gate), nameof(Measure), Effect.Reads, One);
    private static readonly Api CheckApi = new(nameof(Gate), nameof(Check), Effect.Reads, One);

    public override int Measure(int x, CancellationToken ct = default) => world.Call<int>(MeasureApi, [x], ct);

    public override bool Check(int x, CancellationToken ct = default) => world.Call<bool>(CheckApi, [x], ct);

    private sealed class View(World world) : Async
    {
        public override Task<int> Measure(int x, CancellationToken ct = default) => world.CallAsync<int>(MeasureApi, [x], ct);

        public override Task<bool> Check(int x, CancellationToken ct = default) => world.CallAsync<bool>(CheckApi, [x], ct);
    }
}
