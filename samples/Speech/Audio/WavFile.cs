namespace Speech.Audio;

/// <summary>Reads recordings as the model hears them: one channel, 16,000 samples a second.</summary>
public static class WavFile
{
    /// <summary>The samples in a second.</summary>
    public const int SampleRate = 16_000;

    /// <summary>Reads a whole recording, as samples between -1 and 1.</summary>
    /// <exception cref="AudioException">There is no such file, it is no WAV file, or not one the model can hear.</exception>
    public static async Task<float[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        WavSound sound = WavSound.Parse(path, await ReadBytesAsync(path, cancellationToken));
        if (sound.SampleRate != SampleRate)
            throw new AudioException(path, $"has {sound.SampleRate} samples a second, and the model hears {SampleRate} (convert it: sox in.wav -r {SampleRate} -c 1 out.wav)");
        if (sound.Channels != 1)
            throw new AudioException(path, $"has {sound.Channels} channels, and the model hears one (convert it: sox in.wav -r {SampleRate} -c 1 out.wav)");
        if (sound.Samples.Length == 0)
            throw new AudioException(path, "holds no sound");

        return sound.Samples;
    }

    private static async Task<byte[]> ReadBytesAsync(string path, CancellationToken cancellationToken)
    {
        if (Directory.Exists(path))
            throw new AudioException(path, "is a directory, not a WAV file");
        if (!File.Exists(path))
            throw new AudioException(path, "no such file");

        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new AudioException(path, $"cannot be read: {exception.Message}");
        }
    }
}
