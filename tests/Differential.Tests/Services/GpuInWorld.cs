using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>Rejects the third call at a time.</summary>
public sealed class GpuInWorld(World world) : Gpu.Proxy(new View(world))
{
    private static readonly Limits Two = new(Concurrency: 2, QueueLimit: 0);
    private static readonly Api RenderApi = new(nameof(Gpu), nameof(Render), Effect.Reads, Two);
    private static readonly Api DescribeApi = new(nameof(Gpu), nameof(Describe), Effect.Reads, Two);

    public override int Render(int x, CancellationToken ct = default) => world.Call<int>(RenderApi, [x], ct);

    public override string Describe(int x, CancellationToken ct = default) => world.Call<string>(DescribeApi, [x], ct);

    private sealed class View(World world) : Async
    {
        public override Task<int> Render(int x, CancellationToken ct = default) => world.CallAsync<int>(RenderApi, [x], ct);

        public override Task<string> Describe(int x, CancellationToken ct = default) => world.CallAsync<string>(DescribeApi, [x], ct);
    }
}
