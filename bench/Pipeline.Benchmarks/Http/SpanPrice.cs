using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;

namespace Pipeline.Benchmarks.Http;

/// <summary>
/// What a listener costs a call of ours, beside what it costs the request of HttpClient and that of ASP.NET Core, which make a span each.
/// One process, in turns; the median of what a turn with the listener took longer than the turn beside it without.
/// </summary>
internal static class SpanPrice
{
    private const int Rounds = 301;
    private const int Requests = 100;
    private const int LocalCalls = 2_000;

    /// <summary>Measures and prints.</summary>
    public static async Task PrintAsync()
    {
        await using var server = await LoopbackServer.StartAsync(static app => app.MapGet("/", static () => ""));
        using var client = new HttpClient { BaseAddress = new(server.Address) };
        await using var pipeline = await PipelineApp.StartAsync<Adder>();
        var adder = pipeline.GetProxy<Adder.Proxy>().ToAsync;

        (string Name, string Source, Func<Task> Turn, int Calls)[] cases =
        [
            ("a call in this process", PipelineTelemetry.ActivitySourceName, () => AddAsync(adder), LocalCalls),
            ("a request of HttpClient", "System.Net.Http", () => GetAsync(client), Requests),
            ("a request to ASP.NET Core", "Microsoft.AspNetCore", () => GetAsync(client), Requests),
        ];
        var prices = new List<double>();
        foreach (var one in cases)
            prices.Add(await MeasureAsync(one.Source, one.Turn, one.Calls));

        Console.WriteLine("| what a listener costs | µs | ratio to HttpClient's span | ratio to ASP.NET Core's |");
        Console.WriteLine("|---|---:|---:|---:|");
        foreach (var (place, one) in cases.Index())
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {one.Name} | {prices[place]:N2} | {prices[place] / prices[1]:N2} | {prices[place] / prices[2]:N2} |"));
        }
    }

    private static async Task AddAsync(Adder.Proxy.Async adder)
    {
        for (int call = 0; call < LocalCalls; call++)
            await adder.Add([1, 2]);
    }

    private static async Task GetAsync(HttpClient client)
    {
        for (int request = 0; request < Requests; request++)
        {
            using var answer = await client.GetAsync("/");
        }
    }

    /// <summary>Microseconds of a call.</summary>
    private static async Task<double> MeasureAsync(string source, Func<Task> turn, int calls)
    {
        var differences = new List<double>();
        for (int round = -20; round < Rounds; round++)
        {
            // Which of the two comes first shifts, so that a drift of the machine does not count.
            double[] times = new double[2];
            for (int step = 0; step < 2; step++)
            {
                int isHeard = (step + Math.Abs(round)) % 2;
                using var listener = isHeard == 1 ? Listen(source) : null;
                long start = Stopwatch.GetTimestamp();
                await turn();
                times[isHeard] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / calls;
            }

            if (round >= 0)
                differences.Add(times[1] - times[0]);
        }

        return differences.Order().ElementAt(differences.Count / 2);
    }

    private static ActivityListener Listen(string name)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == name,
            Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
