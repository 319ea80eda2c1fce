using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Pipeline.Benchmarks.Http;

/// <summary>
/// The edge beside the same endpoint by hand in a minimal API, and the client beside HttpClient by hand, over loopback in one process, in
/// turns.
/// </summary>
internal static class HttpComparison
{
    private const int Rounds = 15;
    private const int Calls = 2_000;
    private const string Body = """{"values":[1,2,3,4,5,6,7,8],"start":0.5}""";

    private static readonly float[] Values = [1, 2, 3, 4, 5, 6, 7, 8];

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync()
    {
        await using var server = await LoopbackServer.StartAsync(Map, static services => services.AddPipeline<Adder>().AddHttp());
        using var client = new HttpClient { BaseAddress = new(server.Address) };
        await using var pipeline = await PipelineApp.StartAsync<AdderUser>(builder =>
        {
            builder.Services.AddHttpTransport();
            builder.Configuration["Pipeline:Services:Adder:Url"] = server.Address;
        });
        var proxy = pipeline.GetProxy<Adder.Proxy>().ToAsync;

        Func<Task>[] calls =
        [
            () => PostAsync(client, "/by-hand"),
            () => PostAsync(client, "/add"),
            async () => await (await client.PostAsJsonAsync("/by-hand", new AddRequest(Values))).Content.ReadFromJsonAsync<float>(),
            () => proxy.Add(Values),
        ];
        Console.WriteLine("| connections | minimal API | edge | ratio | HttpClient by hand | proxy over HTTP | ratio |");
        Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|");
        foreach (int connections in new[] { 1, 16, 256 })
        {
            var times = await MeasureAsync(connections, calls);
            string[] rates = [.. times.Select(static rate => rate.ToString("N0", CultureInfo.InvariantCulture))];
            string edgeRatio = (times[0] / times[1]).ToString("N2", CultureInfo.InvariantCulture);
            string clientRatio = (times[2] / times[3]).ToString("N2", CultureInfo.InvariantCulture);
            Console.WriteLine(
                $"| {connections} | {rates[0]}/s | {rates[1]}/s | {edgeRatio} | {rates[2]}/s | {rates[3]}/s | {clientRatio} |");
        }

        long[] bytes = [.. await BytesAsync(calls)];
        Console.WriteLine($"Bytes of a call, client and server together: {bytes[0]} minimal API, {bytes[1]} edge; "
            + $"{bytes[2]} HttpClient by hand to the minimal API, {bytes[3]} proxy to the edge.");
    }

    private static void Map(WebApplication app)
    {
        app.MapPipeline<Adder>();
        app.MapPost("/by-hand", static (AddRequest request, CancellationToken _) =>
            Task.FromResult(request.Values.Aggregate(request.Start, static (sum, value) => sum + value)));
    }

    private static async Task PostAsync(HttpClient client, string path)
    {
        using var content = new StringContent(Body, null, "application/json");
        using var response = await client.PostAsync(path, content);
        response.EnsureSuccessStatusCode();
        await response.Content.ReadAsByteArrayAsync();
    }

    private static async Task<List<long>> BytesAsync(Func<Task>[] calls)
    {
        const int Many = 2_000;
        var bytes = new List<long>();
        foreach (var call in calls)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            for (int number = 0; number < Many; number++)
                await call();
            bytes.Add((GC.GetTotalAllocatedBytes(precise: true) - before) / Many);
        }

        return bytes;
    }

    /// <summary>Calls a second of each, the median over the rounds, in which all take turns.</summary>
    private static async Task<double[]> MeasureAsync(int connections, Func<Task>[] calls)
    {
        List<double>[] rates = [.. calls.Select(static _ => new List<double>())];
        for (int round = -2; round < Rounds; round++)
        {
            for (int turn = 0; turn < calls.Length; turn++)
            {
                int index = (Math.Abs(round) + turn) % calls.Length;
                long start = Stopwatch.GetTimestamp();
                await Task.WhenAll(Enumerable.Range(0, connections).Select(async _ =>
                {
                    for (int call = 0; call < Calls / connections; call++)
                        await calls[index]();
                }));
                if (round >= 0)
                    rates[index].Add(Calls / connections * connections / Stopwatch.GetElapsedTime(start).TotalSeconds);
            }
        }

        return [.. rates.Select(static each => each.Order().ElementAt(each.Count / 2))];
    }
}
