using System.Buffers;
using System.Collections.Concurrent;

namespace Pipeline.Remote;

/// <summary>
/// Packs arguments, results and items. Primitives, strings (as UTF-16, so that no text is changed) and arrays of primitives are copied
/// as they lie in memory; everything else goes through <see cref="CodecOptions.Serializer"/>. Thread-safe.
/// </summary>
/// <remarks>
/// A byte in front of each value says how it is packed. An integer may be read as another integer type that can hold it, and a
/// <see cref="float"/> as a <see cref="double"/>; any other difference between the two sides is an error.
/// </remarks>
public sealed class PipelineCodec
{
    private readonly ConcurrentDictionary<Type, object> _codecs = new();
    private readonly CodecOptions _options;

    /// <summary>Makes a codec.</summary>
    public PipelineCodec(CodecOptions? options = null)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Values are packed in little-endian order, which this processor does not have.");
        _options = options ?? new();
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.MaxBytes, 1, "options.MaxBytes");
    }

    /// <inheritdoc cref="CodecOptions.MaxBytes"/>
    public int MaxBytes => _options.MaxBytes;

    /// <summary>A value as bytes of its own.</summary>
    /// <exception cref="NotSupportedException">The value cannot be packed, or is larger than <see cref="MaxBytes"/>.</exception>
    public ReadOnlyMemory<byte> Pack<T>(T value)
    {
        var codec = Of<T>();
        var to = new PackedBuffer(codec.Measure(value), MaxBytes);
        codec.Write(to, value);
        return to.Written;
    }

    /// <summary>Writes a value behind others.</summary>
    public void Write<T>(IBufferWriter<byte> to, T value)
    {
        ArgumentNullException.ThrowIfNull(to);
        Of<T>().Write(to, value);
    }

    /// <summary>The value that the bytes hold, and nothing else.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no such value, more than it, or more than <see cref="MaxBytes"/>.</exception>
    public T Unpack<T>(ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > MaxBytes)
            throw new InvalidDataException($"The message has {bytes.Length} bytes, more than the {MaxBytes} that are accepted.");

        var reader = new CodecReader(bytes);
        var value = Read<T>(ref reader);
        return reader.Remaining == 0
            ? value
            : throw new InvalidDataException($"The message has {reader.Remaining} bytes more than {typeof(T)} takes.");
    }

    /// <inheritdoc cref="Unpack{T}(ReadOnlySequence{byte})"/>
    public T Unpack<T>(ReadOnlyMemory<byte> bytes) => Unpack<T>(new ReadOnlySequence<byte>(bytes));

    /// <summary>Reads the next value.</summary>
    /// <exception cref="InvalidDataException">The bytes hold no such value.</exception>
    public T Read<T>(ref CodecReader from) => Of<T>().Read(ref from);

    /// <summary>Throws if values of the type cannot cross whole.</summary>
    /// <exception cref="NotSupportedException">Names the type and the member that would be lost.</exception>
    public void Check<T>()
    {
        if (Of<T>() is SerializedCodec<T>)
            _options.Serializer.Check<T>();
    }

    private ValueCodec<T> Of<T>() =>
        BuiltInCodecs.Find<T>()
            ?? (ValueCodec<T>)_codecs.GetOrAdd(
                typeof(T), static (_, serializer) => new SerializedCodec<T>(serializer), _options.Serializer);
}
