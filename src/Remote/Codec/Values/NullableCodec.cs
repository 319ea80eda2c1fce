using System.Buffers;

namespace Pipeline.Remote;

/// <summary>A value that may be missing.</summary>
internal sealed class NullableCodec<T>(ValueCodec<T> inner) : ValueCodec<T?>
    where T : struct
{
    public override int Measure(T? value) => value is { } known ? inner.Measure(known) : 1;

    public override void Write(IBufferWriter<byte> to, T? value)
    {
        if (value is { } known)
            inner.Write(to, known);
        else
            WriteNull(to);
    }

    public override T? Read(ref CodecReader from) => from.TryReadNull() ? null : inner.Read(ref from);
}
