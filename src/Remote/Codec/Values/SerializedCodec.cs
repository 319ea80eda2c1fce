using System.Buffers;

namespace Pipeline.Remote;

/// <summary>A value of any other type: its length, and what the serializer makes of it.</summary>
internal sealed class SerializedCodec<T>(PipelineSerializer serializer) : ValueCodec<T>
{
    private const int Guess = 256;

    public override int Measure(T value) => value is null ? 1 : Guess;

    public override void Write(IBufferWriter<byte> to, T value)
    {
        if (value is null)
        {
            WriteNull(to);
            return;
        }

        using var bytes = SerializedBuffer.Rent();
        serializer.Serialize(bytes, value);
        ArrayLayout.Write(to, ValueForm.Serialized, bytes.Written);
    }

    public override T Read(ref CodecReader from)
    {
        if (from.TryReadNull())
            return default(T) is null ? default! : throw new InvalidDataException($"The message has null where {typeof(T)} was expected.");

        from.Expect(ValueForm.Serialized);
        var bytes = from.Take(from.ReadCount(1));
        try
        {
            return serializer.Deserialize<T>(bytes);
        }
        catch (Exception exception) when (exception is not InvalidDataException)
        {
            // The constructors and setters of the type run here, and may throw whatever they like at what the other side sent.
            throw new InvalidDataException($"The bytes are no {typeof(T)}: {exception.Message}", exception);
        }
    }
}
