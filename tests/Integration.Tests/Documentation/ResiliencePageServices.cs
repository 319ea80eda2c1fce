namespace Pipeline.Integration.Tests.Documentation;

[Service]
public partial class Model(HttpClient server)
{
    [Api(Idempotent = true)]
    public Task<string> PredictAsync(string row, CancellationToken ct) => server.GetStringAsync($"predict/{row}", ct);

    [Api(Effect = Effect.Writes)]
    public Task LearnAsync(string row, CancellationToken ct) => server.PostAsync("learn", new StringContent(row), ct);
}

[Service]
public partial class Catalog(HttpClient[] replicas)
{
    [Api(Idempotent = true)]
    public Task<string> FindAsync(string word, CancellationToken ct)
    {
        int replica = (CallContext.Current.Attempt - 1) % replicas.Length;      // each attempt asks another
        return replicas[replica].GetStringAsync($"find/{word}", ct);
    }
}
