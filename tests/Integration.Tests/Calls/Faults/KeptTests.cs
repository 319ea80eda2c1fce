using System.Runtime.CompilerServices;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>A call that has ended keeps nothing, whatever its timeout.</summary>
public sealed class KeptTests
{
    private const int Calls = 500;

    private static readonly AsyncLocal<object?> Ambient = new();

    /// <summary>A caller's token that lives on.</summary>
    private static readonly CancellationTokenSource Living = new();

    [Test]
    public async Task EndedCalls_KeepNeitherArgumentsNorContext(
        [Values("answered", "canceled", "observed", "retried", "hedged", "limited")] string kind)
    {
        await using var app = await WorkerApp.StartAsync(
            static builder => builder.Services.AddSingletonTime(TimeProvider.System),
            [("Boss:Timeout", "30m"), ("Worker:Timeout", "30m"), .. Options(kind)]);
        app.Bodies.Run = kind switch
        {
            "canceled" => static async (id, token) =>
            {
                await Task.Delay(Timeout.Infinite, token);
                return id;
            }
            ,
            "retried" => static (id, _) => throw new IOException("again"),
            _ => static async (id, token) =>
            {
                await Task.Yield();
                return id;
            }
            ,
        };
        Assert.That(await CountAliveAsync(await RunAsync(app, kind)), Is.LessThanOrEqualTo(1), "payloads alive");
    }

    [Test]
    public async Task EndedCalls_BelowOneThatRunsOn_KeepNothing()
    {
        const int Outer = 7;
        await using var app = await WorkerApp.StartAsync(
            static builder => builder.Services.AddSingletonTime(TimeProvider.System),
            ("Boss:Timeout", "30m"),
            ("Worker:Concurrency", "4000"));
        app.Bodies.Run = async (id, _) =>
        {
            await Task.Yield();
            return id is Outer ? await CountAliveAsync(await RunAsync(app, "answered")) : id;
        };

        Assert.That(await app.Boss.ToAsync.Run(Outer), Is.LessThanOrEqualTo(1), "payloads alive");
    }

    private static async Task<int> CountAliveAsync(List<WeakReference> kept)
    {
        for (var round = 0; round < 20 && kept.Exists(static payload => payload.IsAlive); round++)
        {
            await Task.Delay(10);
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        return kept.Count(static payload => payload.IsAlive);
    }

    private static (string Key, string? Value)[] Options(string kind) => kind switch
    {
        "retried" => [("Worker:Resilience:Retry:Delay", "1ms")],
        "hedged" => [("Worker:Resilience:Hedging:Delay", "1ms")],
        "limited" => [("Worker:Concurrency", "4")],
        _ => [],
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> RunAsync(WorkerApp app, string kind)
    {
        var kept = new List<WeakReference>();
        var calls = new List<Task>();
        using var source = new CancellationTokenSource();
        for (var call = 0; call < Calls; call++)
        {
            calls.Add(CallAsync(app, kept, kind is "canceled" ? source.Token : kind is "observed" ? Living.Token : default));
        }

        if (kind is "canceled")
            await source.CancelAsync();
        await Task.WhenAll(calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return kept;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task CallAsync(WorkerApp app, List<WeakReference> kept, CancellationToken token)
    {
        var payload = new object();
        kept.Add(new WeakReference(payload));
        Ambient.Value = payload;
        await app.Worker.ToAsync.Carry(payload, token);
    }
}
