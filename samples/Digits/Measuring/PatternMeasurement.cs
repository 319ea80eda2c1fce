using System.Diagnostics;
using Digits.Data;

namespace Digits.Measuring;

/// <summary>Measures patterns and their calls, interleaved, so that whatever slows the machine slows both alike.</summary>
public sealed class PatternMeasurement(LabelledImages batch, TextWriter progress)
{
    private const int WarmUpRounds = 2;

    /// <summary>Runs every pattern, and each of its calls alone, once a round.</summary>
    public async Task<PatternResult[]> MeasureAsync(IReadOnlyList<Pattern> patterns, int rounds, CancellationToken cancellationToken)
    {
        Samples[] samples = [.. patterns.Select(pattern => new Samples(pattern))];
        for (int round = -WarmUpRounds; round < rounds; round++)
        {
            await progress.WriteLineAsync(round < 0 ? "warming up" : $"measuring, round {round + 1} of {rounds}");
            foreach (Samples pattern in samples)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await pattern.MeasureAsync(patternFirst: round % 2 == 0);
                if (round < 0)
                    pattern.Clear();
            }
        }
        return [.. samples.Select(pattern => pattern.ToResult(batch))];
    }

    private sealed class Samples(Pattern pattern)
    {
        private readonly List<double> _elapsed = [];
        private readonly List<double>[] _calls = [.. pattern.Calls.Select(_ => new List<double>())];
        private int[] _answers = [];

        public async Task MeasureAsync(bool patternFirst)
        {
            if (patternFirst)
                await MeasurePatternAsync();
            for (int call = 0; call < _calls.Length; call++)
                _calls[call].Add(await TimeAsync(pattern.Calls[call].Run));
            if (!patternFirst)
                await MeasurePatternAsync();
        }

        public void Clear()
        {
            _elapsed.Clear();
            Array.ForEach(_calls, call => call.Clear());
        }

        public PatternResult ToResult(LabelledImages batch) =>
            new(pattern, batch.Accuracy(_answers), Median(_elapsed), Array.ConvertAll(_calls, Median));

        private async Task MeasurePatternAsync() => _elapsed.Add(await TimeAsync(async () => _answers = await pattern.Run()));

        private static async Task<double> TimeAsync(Func<Task> run)
        {
            long start = Stopwatch.GetTimestamp();
            await run();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        private static double Median(List<double> samples)
        {
            double[] ordered = [.. samples.Order()];
            return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
        }
    }
}
