using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Services;

/// <summary>Computations.</summary>
public sealed class ModelInWorld(World world) : Model.Proxy
{
    private static readonly Api PredictApi = new(nameof(Model), nameof(Predict), Effect.None);
    private static readonly Api EmbedApi = new(nameof(Model), nameof(Embed), Effect.None);
    private static readonly Api ScoreApi = new(nameof(Model), nameof(Score), Effect.None);
    private static readonly Api BlendApi = new(nameof(Model), nameof(Blend), Effect.None);
    private static readonly Api InspectApi = new(nameof(Model), nameof(Inspect), Effect.None);
    private static readonly Api TotalApi = new(nameof(Model), nameof(Total), Effect.None);
    private static readonly Api MapApi = new(nameof(Model), nameof(Map), Effect.None);

    public override int Predict(int x, CancellationToken ct = default) => world.Call<int>(PredictApi, [x], ct);

    protected override Task<int> PredictAsync(int x, CancellationToken ct) => world.CallAsync<int>(PredictApi, [x], ct);

    public override int[] Embed(string text, CancellationToken ct = default) => world.Call<int[]>(EmbedApi, [text], ct);

    protected override Task<int[]> EmbedAsync(string text, CancellationToken ct) => world.CallAsync<int[]>(EmbedApi, [text], ct);

    public override int Score(Row row, CancellationToken ct = default) => world.Call<int>(ScoreApi, [row], ct);

    protected override Task<int> ScoreAsync(Row row, CancellationToken ct) => world.CallAsync<int>(ScoreApi, [row], ct);

    public override int Blend(int[] values, int weight, CancellationToken ct = default) => world.Call<int>(BlendApi, [values, weight], ct);

    protected override Task<int> BlendAsync(int[] values, int weight, CancellationToken ct) => world.CallAsync<int>(BlendApi, [values, weight], ct);

    public override int Inspect(Box box, CancellationToken ct = default) => world.Call<int>(InspectApi, [box], ct);

    protected override Task<int> InspectAsync(Box box, CancellationToken ct) => world.CallAsync<int>(InspectApi, [box], ct);

    public override int Total(IEnumerable<int> values, CancellationToken ct = default) => world.Call<int>(TotalApi, [values], ct);

    protected override Task<int> TotalAsync(IEnumerable<int> values, CancellationToken ct) => world.CallAsync<int>(TotalApi, [values], ct);

    public override int Map(int x, Func<int, int> map, CancellationToken ct = default) => world.Call<int>(MapApi, [x, map], ct);

    protected override Task<int> MapAsync(int x, Func<int, int> map, CancellationToken ct) => world.CallAsync<int>(MapApi, [x, map], ct);
}
