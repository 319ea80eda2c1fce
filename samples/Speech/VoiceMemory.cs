using Microsoft.ML.OnnxRuntime;

namespace Speech;

/// <summary>What the model remembers of one recording between two windows: its state, and the last samples it heard.</summary>
internal sealed class VoiceMemory : IDisposable
{
    private const int Context = 64;
    private const int State = 2 * 128;

    private static readonly string[] Inputs = ["input", "state", "sr"];
    private static readonly string[] Outputs = ["output", "stateN"];

    private readonly float[] _heard = new float[Context + VoiceModel.WindowSamples];
    private readonly float[] _state = new float[State];
    private readonly OrtValue[] _inputs;
    private readonly RunOptions _options = new();

    public VoiceMemory() => _inputs =
    [
        OrtValue.CreateTensorValueFromMemory(_heard, [1, _heard.Length]),
        OrtValue.CreateTensorValueFromMemory(_state, [2, 1, State / 2]),
        OrtValue.CreateTensorValueFromMemory(new long[] { Audio.WavFile.SampleRate }, []),
    ];

    /// <summary>The probability of speech in the next window.</summary>
    public float Hear(InferenceSession session, ReadOnlySpan<float> window)
    {
        _heard.AsSpan(^Context..).CopyTo(_heard);
        Span<float> next = _heard.AsSpan(Context);
        next.Clear();
        window.CopyTo(next);

        using var results = session.Run(_options, Inputs, _inputs, Outputs);
        results[1].GetTensorDataAsSpan<float>().CopyTo(_state);
        return results[0].GetTensorDataAsSpan<float>()[0];
    }

    public void Dispose()
    {
        foreach (OrtValue input in _inputs)
            input.Dispose();
        _options.Dispose();
    }
}
