using Microsoft.ML.OnnxRuntime;
using Pipeline;

namespace Speech;

/// <summary>Hears whether somebody speaks: Silero VAD, a small recurrent network, run by ONNX Runtime.</summary>
[Service(Effect = Effect.None)]
public sealed partial class VoiceModel : IDisposable
{
    /// <summary>How many samples the model hears at a time.</summary>
    public const int WindowSamples = 512;

    private InferenceSession? _session;

    /// <summary>Loads the model. One thread per call leaves the other cores to the other recordings.</summary>
    [OnStartup]
    public void Load()
    {
        using var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1 };
        _session = new InferenceSession(Path.Combine(AppContext.BaseDirectory, "Model", "silero_vad.onnx"), options);
    }

    /// <summary>The probability of speech in each window of a recording, from first to last; the last one is filled with silence.</summary>
    /// <param name="samples">One channel, 16,000 samples a second.</param>
    [Api]
    public IEnumerable<float> Listen(float[] samples)
    {
        using var memory = new VoiceMemory();
        for (int start = 0; start < samples.Length; start += WindowSamples)
            yield return memory.Hear(_session!, samples.AsSpan(start, Math.Min(WindowSamples, samples.Length - start)));
    }

    /// <inheritdoc/>
    public void Dispose() => _session?.Dispose();
}
