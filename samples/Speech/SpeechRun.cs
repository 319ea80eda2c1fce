using System.Diagnostics;
using Pipeline;
using Speech.Audio;

namespace Speech;

/// <summary>Finds the speech in several recordings at the same time, and tells of it as it goes.</summary>
/// <param name="finder">The service to ask.</param>
/// <param name="output">Where the segments go.</param>
/// <param name="errors">Where progress and complaints go.</param>
public sealed class SpeechRun(SpeechFinder.Proxy finder, TextWriter output, TextWriter errors)
{
    private readonly TextWriter _output = TextWriter.Synchronized(output);
    private readonly TextWriter _errors = TextWriter.Synchronized(errors);

    /// <summary>The recordings that come with the sample.</summary>
    public static string[] OwnRecordings =>
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Recordings"), "*.wav").Order(StringComparer.Ordinal)];

    /// <summary>Listens to the recordings, as many at a time as there are cores.</summary>
    /// <returns>Whether all of them could be used.</returns>
    public async Task<bool> RunAsync(IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        int width = paths.Max(path => Path.GetFileName(path).Length);
        long start = Stopwatch.GetTimestamp();
        Finding?[] findings = await Gather.Each(
            paths,
            (path, token) => FindAsync(path, width, token),
            progress: new RecordingProgress(_errors, paths.Count),
            cancellationToken: cancellationToken);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;

        Finding[] heard = [.. findings.OfType<Finding>()];
        await _output.WriteLineAsync($"heard {heard.Length} of {paths.Count} recordings in {seconds:F1} s");
        foreach (Finding finding in heard)
            await _output.WriteLineAsync($"{finding.Name.PadRight(width)}  {finding.Segments} segments, {finding.Seconds:F1} s of speech");
        return heard.Length == paths.Count;
    }

    private async Task<Finding?> FindAsync(string path, int width, CancellationToken cancellationToken)
    {
        var finding = new Finding(Path.GetFileName(path), 0, 0);
        try
        {
            await foreach (SpeechSegment segment in finder.ToAsync.Find(path, cancellationToken))
            {
                await _output.WriteLineAsync($"{finding.Name.PadRight(width)}  {segment.Start,7:F2} s to {segment.End,7:F2} s");
                finding = finding with { Segments = finding.Segments + 1, Seconds = finding.Seconds + segment.Length };
            }
            return finding;
        }
        catch (AudioException exception)
        {
            await _errors.WriteLineAsync($"error: {exception.Message}");
            return null;
        }
    }

    private sealed record Finding(string Name, int Segments, double Seconds);

    private sealed class RecordingProgress(TextWriter output, int recordings) : IProgress<int>
    {
        public void Report(int value) => output.WriteLine($"{value} of {recordings} recordings done");
    }
}
