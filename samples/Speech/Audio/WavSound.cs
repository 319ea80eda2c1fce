using System.Buffers.Binary;

namespace Speech.Audio;

/// <summary>The sound in a WAV file: a RIFF container whose "fmt " chunk describes the samples of its "data" chunk.</summary>
public sealed record WavSound(int SampleRate, int Channels, float[] Samples)
{
    private const int ContainerHeader = 12;
    private const int ChunkHeader = 8;
    private const int ShortestFormat = 16;
    private const int ExtensibleFormat = 40;

    private const ushort Pcm = 1;
    private const ushort Float = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>The size that writers leave behind when they could not go back to fill in the real one.</summary>
    private const uint UnknownSize = uint.MaxValue;

    /// <summary>Parses a file's bytes: 16-bit integer or 32-bit floating-point samples.</summary>
    /// <param name="path">The file's name, for messages.</param>
    /// <param name="bytes">Its content.</param>
    /// <exception cref="AudioException">The bytes are not such a file.</exception>
    public static WavSound Parse(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            throw new AudioException(path, "is empty");
        if (bytes.Length < ContainerHeader || !bytes.StartsWith("RIFF"u8) || !bytes[8..].StartsWith("WAVE"u8))
            throw new AudioException(path, "is not a WAV file");

        ReadOnlySpan<byte> format = Chunk(path, bytes, "fmt "u8);
        ReadOnlySpan<byte> data = Chunk(path, bytes, "data"u8);
        if (format.Length < ShortestFormat)
            throw new AudioException(path, "is damaged: its format is cut short");

        return new WavSound(
            BinaryPrimitives.ReadInt32LittleEndian(format[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(format[2..]),
            Decode(path, Encoding(format), BinaryPrimitives.ReadUInt16LittleEndian(format[14..]), data));
    }

    private static ReadOnlySpan<byte> Chunk(string path, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> name)
    {
        ReadOnlySpan<byte> rest = bytes[ContainerHeader..];
        while (rest.Length >= ChunkHeader)
        {
            ReadOnlySpan<byte> content = rest[ChunkHeader..];
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
            if (size == UnknownSize)
                size = (uint)content.Length;
            if (size > content.Length)
                throw new AudioException(path, $"is cut short: {size} bytes were to follow, {content.Length} do");
            if (rest.StartsWith(name))
                return content[..(int)size];

            // Chunks start at even positions.
            rest = content[Math.Min((int)(size + (size & 1)), content.Length)..];
        }
        throw new AudioException(path, $"is damaged: it has no \"{System.Text.Encoding.ASCII.GetString(name).Trim()}\" chunk");
    }

    private static ushort Encoding(ReadOnlySpan<byte> format)
    {
        ushort encoding = BinaryPrimitives.ReadUInt16LittleEndian(format);
        return encoding == Extensible && format.Length >= ExtensibleFormat
            ? BinaryPrimitives.ReadUInt16LittleEndian(format[24..])
            : encoding;
    }

    private static float[] Decode(string path, ushort encoding, ushort bits, ReadOnlySpan<byte> data) => (encoding, bits) switch
    {
        (Pcm, 16) => FromIntegers(data),
        (Float, 32) => FromFloats(data),
        _ => throw new AudioException(path, $"has {bits}-bit samples of encoding {encoding}, and only 16-bit integers and 32-bit floats can be read"),
    };

    private static float[] FromIntegers(ReadOnlySpan<byte> data)
    {
        var samples = new float[data.Length / sizeof(short)];
        for (int sample = 0; sample < samples.Length; sample++)
            samples[sample] = BinaryPrimitives.ReadInt16LittleEndian(data[(sample * sizeof(short))..]) / -(float)short.MinValue;
        return samples;
    }

    private static float[] FromFloats(ReadOnlySpan<byte> data)
    {
        var samples = new float[data.Length / sizeof(float)];
        for (int sample = 0; sample < samples.Length; sample++)
            samples[sample] = BinaryPrimitives.ReadSingleLittleEndian(data[(sample * sizeof(float))..]);
        return samples;
    }
}
