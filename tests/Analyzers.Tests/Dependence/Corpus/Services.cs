// The services the corpus calls, and the host its bodies are members of. Every file here is data: compiled by CorpusTests, not by the project.
global using Pipeline;
global using System.Diagnostics;
global using System.IO;
global using Microsoft.Extensions.Logging;

namespace Corpus;

[Service] public partial class ModelA { [Api] public float Predict(float[] data) => data.Length; }

[Service] public partial class ModelB { [Api] public Task<float> PredictAsync(float[] data, CancellationToken ct) => Task.FromResult(1f); }

[Service]
public partial class ModelC
{
    [Api] public float Predict(float[] data) => data.Length;
    [Api] public float Score(string text) => text.Length;
    [Api] public float Rank(float left, float right) => left - right;
}

public sealed record Features(string Name, float[] Values)
{
    public string Label { get; set; } = "";
}

public class Page
{
    public string? Title { get; set; }
    public string Body { get; set; } = "";
    public int Visits;
    public string Shouted => Body.ToUpperInvariant();
}

[Service]
public partial class Texts
{
    [Api] public float[] Embed(string text) => [text.Length];
    [Api] public string Summarize(string text) => text;
    [Api] public string? FindTitle(string text) => text;
    [Api] public (string Head, string Tail) ParseParts(string text) => (text, text);
    [Api] public Features ExtractFeatures(string text) => new(text, []);
    [Api] public Page LoadPage(string url) => new();
    [Api] public List<string> ListWords(string text) => [text];
    [Api] public bool IsEnglish(string text) => true;
    [Api] public int CountWords(string text) => 1;
    [Api] public float ScoreFeatures(Features features) => 0;
    [Api] public float ScoreAll(IReadOnlyList<string> texts) => 0;
    [Api] public string ReadStream(Stream stream) => "";
    [Api] public string ReadUpload(Upload upload) => "";
    [Api] public GuardedPair ParseGuardedPair(string text) => new(text, 1);
    [Api] public string FindWhere(string text, Func<string, bool> where) => text;
    [Api] public IEnumerable<string> ListLines(string text) => [text];
}

[Service]
public partial class Store
{
    private readonly Dictionary<string, string> _rows = [];
    private int _handled;

    [Api] public Task<string> LoadAsync(string key, CancellationToken ct) => Task.FromResult(_rows[key]);
    [Api] public void Save(string key, string value) => _rows[key] = value;
    [Api] public string GetOrCreate(string key) => _rows[key] = key;
    [Api] public string Resolve(string key) => External.Resolve(key);
    [Api] public string Find(string key) => External.Find(key);
    [Api] public string FindReporting(string key, IProgress<float> progress) => External.Find(key);
    [Api] public int CountRows(IEnumerable<string> rows) => External.Find("").Length;
    [Api] public int CountWords(IEnumerable<string> rows) => External.Find("").Length;
    [Api] public int CountAll(params string[] rows) => External.Find("").Length;
    [Api] public void Check(string key) => External.Keep(key);
    [Api(Effect = Effect.Reads)] public string Handle(string key) => key + _handled;
    [Api(Effect = Effect.Writes)] public string GetNextTicket(string key) => key + _handled++;
}

/// <summary>Stands for code of other assemblies.</summary>
public static class External
{
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    public static extern string Resolve(string key);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    public static extern string Find(string key);

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    public static extern void Keep(object value);

#nullable disable
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)]
    public static extern Page Page();
#nullable restore
}

[Service(Concurrency = 1)] public partial class Serial { [Api] public float Predict(float[] data) => 0; }

[Service(Concurrency = 1, Instances = 2)] public partial class Twin { [Api] public float Predict(float[] data) => 0; }

[Service(Effect = Effect.None)] public partial class Pure { [Api] public float Compute(float x) => x; }

public partial class Host(
    ModelA.Proxy modelA, ModelB.Proxy modelB, ModelC.Proxy modelC, Texts.Proxy texts, Store.Proxy store, Serial.Proxy serial, Twin.Proxy twin,
    Pure.Proxy pure, ILogger<Host> logger, string prefix, string reassigned)
{
    private readonly ModelB.Proxy _b = modelB;
    private readonly Page _page = new();
    private readonly float[] _weights = [];
    private float _total;
    private string _text = prefix;
    private ModelC.Proxy _swappable = modelC;
    private static int s_count;
    private static readonly AsyncLocal<string> Ambient = new();

    [Depends] public ModelC.Proxy Injected { get; init; } = modelC;
    public string Name { get; set; } = "";
    public string Fixed { get; } = "";

    private static void Validate(float value) { if (value < 0) throw new ArgumentException("negative"); }
    private void Rename() => reassigned = "";
    private static Task Elsewhere() => Task.CompletedTask;
}
