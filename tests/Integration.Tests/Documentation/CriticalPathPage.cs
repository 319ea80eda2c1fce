using Microsoft.Extensions.DependencyInjection;
using Pipeline.Traces;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>What the pages call.</summary>
[Service]
public sealed partial class Ensemble
{
    [Api]
    public Task<float> PredictAsync(float[] data) => Task.FromResult(data.Sum());
}

/// <summary>The code of docs/critical-path.md.</summary>
internal static class CriticalPathPage
{
    public static async Task ShowRequestAsync()
    {
        await using var app = await PipelineApp.StartAsync<Ensemble>(builder => builder.Services.AddPipelineTraces());
        await app.GetProxy<Ensemble.Proxy>().ToAsync.Predict([1f, 2f]);

        foreach (var part in app.Services.GetRequiredService<PipelineTraces>().Recent[0].Path.Segments)
            Console.WriteLine($"{part.Start} {part.Duration} {part.Call}{(part.IsQueue ? ", waiting for a slot" : "")}");
        ShowApi(app.Services.GetRequiredService<PipelineTraces>());
    }

    private static void ShowApi(PipelineTraces traces)
    {
        var profile = traces.Find("Ensemble/Predict");
        Console.WriteLine($"{profile?.Durations.P50} {profile?.Durations.P95} {profile?.AchievedParallelism}");
        foreach (var callee in profile?.Callees ?? [])
            Console.WriteLine($"{callee.Name} {callee.Share:P0} {callee.Saves}");

        var change = new WhatIf()
            .Faster("Model/Predict", 2)                                       // a callee twice as fast, with all that it calls
            .WithSlots("Ranker", 4)                                           // instances × concurrency of a service
            .Together("Ensemble/Predict", "Model/Predict", "Ranker/Rank")     // two calls that follow each other, together
            .Cached("Store/Get", 0.8);                                        // 80 of 100 answered from a cache
        Console.WriteLine(traces.WhatIf("Ensemble/Predict", change)?.After.P95);
        Assert.That(traces.WhatIf("Ensemble/Predict", change)?.After, Is.EqualTo(profile?.Durations), "none of them was called");
    }
}
