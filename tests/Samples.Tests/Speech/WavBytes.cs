namespace Pipeline.Samples.Tests.Speech;

/// <summary>WAV files made by hand, right or wrong.</summary>
internal static class WavBytes
{
    public static byte[] Pcm16(short[] samples, int rate = 16_000, short channels = 1) =>
        File(Format(1, channels, rate, 16), Data([.. samples.SelectMany(BitConverter.GetBytes)]));

    public static byte[] Float32(float[] samples) =>
        File(Format(3, 1, 16_000, 32), Data([.. samples.SelectMany(BitConverter.GetBytes)]));

    public static byte[] Pcm8(byte[] samples) => File(Format(1, 1, 16_000, 8), Data(samples));

    public static byte[] File(params byte[][] chunks)
    {
        byte[] content = [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)];
        return [.. "RIFF"u8, .. BitConverter.GetBytes(content.Length), .. content];
    }

    public static byte[] Format(short encoding, short channels, int rate, short bits, params byte[] extension)
    {
        int block = channels * bits / 8;
        return Chunk("fmt "u8,
        [
            .. BitConverter.GetBytes(encoding), .. BitConverter.GetBytes(channels), .. BitConverter.GetBytes(rate),
            .. BitConverter.GetBytes(rate * block), .. BitConverter.GetBytes((short)block), .. BitConverter.GetBytes(bits), .. extension,
        ]);
    }

    public static byte[] Data(byte[] samples) => Chunk("data"u8, samples);

    public static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content) =>
        [.. name, .. BitConverter.GetBytes(content.Length), .. content, .. content.Length % 2 == 1 ? [(byte)0] : Array.Empty<byte>()];
}
