using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>Computations.</summary>
public sealed class ModelInWorld(World world) : Model.Proxy(new View(world))
{
    private static readonly Api PredictApi = new(nameof(Model), nameof(Predict), Effect.None);
    private static readonly Api EmbedApi = new(nameof(Model), nameof(Embed), Effect.None);
    private static readonly Api ScoreApi = new(nameof(Model), nameof(Score), Effect.None);
    private static readonly Api BlendApi = new(nameof(Model), nameof(Blend), Effect.None);
    private static readonly Api InspectApi = new(nameof(Model), nameof(Inspect), Effect.None);
    private static readonly Api TotalApi = new(nameof(Model), nameof(Total), Effect.None);
    private static readonly Api VerifyApi = new(nameof(Model), nameof(Verify), Effect.None);
    private static readonly Api MapApi = new(nameof(Model), nameof(Map), Effect.None);

    public override int Predict(int x, CancellationToken ct = default) => world.Call<int>(PredictApi, [x], ct);

    public override int[] Embed(string text, CancellationToken ct = default) => world.Call<int[]>(EmbedApi, [text], ct);

    public override int Score(Row row, CancellationToken ct = default) => world.Call<int>(ScoreApi, [row], ct);

    public override int Blend(int[] values, int weight, CancellationToken ct = default) => world.Call<int>(BlendApi, [values, weight], ct);

    public override int Inspect(Box box, CancellationToken ct = default) => world.Call<int>(InspectApi, [box], ct);

    public override int Total(IEnumerable<int> values, CancellationToken ct = default) => world.Call<int>(TotalApi, [values], ct);

    public override void Verify(int x, CancellationToken ct = default) => world.Call<ValueTuple>(VerifyApi, [x], ct);

    public override int Map(int x, Func<int, int> map, CancellationToken ct = default) => world.Call<int>(MapApi, [x, map], ct);

    private sealed class View(World world) : Async
    {
        public override Task<int> Predict(int x, CancellationToken ct = default) => world.CallAsync<int>(PredictApi, [x], ct);

        public override Task<int[]> Embed(string text, CancellationToken ct = default) => world.CallAsync<int[]>(EmbedApi, [text], ct);

        public override Task<int> Score(Row row, CancellationToken ct = default) => world.CallAsync<int>(ScoreApi, [row], ct);

        public override Task<int> Blend(int[] values, int weight, CancellationToken ct = default) => world.CallAsync<int>(BlendApi, [values, weight], ct);

        public override Task<int> Inspect(Box box, CancellationToken ct = default) => world.CallAsync<int>(InspectApi, [box], ct);

        public override Task<int> Total(IEnumerable<int> values, CancellationToken ct = default) => world.CallAsync<int>(TotalApi, [values], ct);

        public override Task Verify(int x, CancellationToken ct = default) => world.CallAsync<ValueTuple>(VerifyApi, [x], ct);

        public override Task<int> Map(int x, Func<int, int> map, CancellationToken ct = default) => world.CallAsync<int>(MapApi, [x, map], ct);
    }
}
