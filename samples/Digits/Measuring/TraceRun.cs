using Digits.Data;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Pipeline.Traces;

namespace Digits.Measuring;

/// <summary>Makes one request of each pattern, and shows where its time went.</summary>
public static class TraceRun
{
    private const int Copies = 4;

    /// <summary>The patterns, each with a request; progress goes to <paramref name="progress"/>.</summary>
    public static async Task<IReadOnlyList<(string Pattern, RequestTrace Request)>> RunAsync(
        TextWriter progress, CancellationToken cancellationToken)
    {
        var digits = DigitSet.Load();
        await using PipelineApp app = await DigitsRun.StartAsync(
            digits, progress, cancellationToken, static builder => builder.Services.AddPipelineTraces());
        var traces = app.Services.GetRequiredService<PipelineTraces>();
        var requests = new List<(string, RequestTrace)>();
        foreach (Pattern pattern in new DigitPatterns(app, digits.HeldOut.Repeat(Copies).Pixels).All)
        {
            // The first is the compiler's.
            await pattern.Run();
            await pattern.Run();
            requests.Add((pattern.Name, traces.Recent[0]));
        }

        return requests;
    }
}
