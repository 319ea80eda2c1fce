using System.Runtime.CompilerServices;
using Pipeline;
using Speech.Audio;

namespace Speech;

/// <summary>Finds the speech in recordings.</summary>
[Service(Effect = Effect.Reads)]
public sealed partial class SpeechFinder(VoiceModel.Proxy voice, SegmentOptions options)
{
    /// <summary>The segments of speech in a WAV file, each as soon as it is found.</summary>
    /// <param name="path">A WAV file of one channel and 16,000 samples a second.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    /// <exception cref="AudioException">There is no such file, it is no WAV file, or not one the model can hear.</exception>
    [Api]
    public async IAsyncEnumerable<SpeechSegment> FindAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        float[] samples = await WavFile.ReadAsync(path, cancellationToken);
        var segmenter = new Segmenter(
            (double)VoiceModel.WindowSamples / WavFile.SampleRate, (double)samples.Length / WavFile.SampleRate, options);
        await foreach (float probability in voice.ToAsync.Listen(samples, cancellationToken))
        {
            if (segmenter.Accept(probability) is { } segment)
                yield return segment;
        }
        if (segmenter.Complete() is { } last)
            yield return last;
    }
}
