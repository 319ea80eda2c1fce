using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipeline.Remote;

/// <summary>An enum as the integer it is.</summary>
internal sealed class EnumCodec<T, TInteger>(ValueCodec<TInteger> inner) : ValueCodec<T>
    where TInteger : unmanaged
{
    public override int Measure(T value) => inner.Measure(default);

    public override void Write(IBufferWriter<byte> to, T value) => inner.Write(to, Unsafe.As<T, TInteger>(ref value));

    public override T Read(ref CodecReader from)
    {
        var value = inner.Read(ref from);
        return Unsafe.As<TInteger, T>(ref value);
    }
}
