using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>Packs the values of one type.</summary>
internal abstract class ValueCodec<T>
{
    /// <summary>The bytes that the value takes; a guess where only writing it tells.</summary>
    public abstract int Measure(T value);

    public abstract void Write(IBufferWriter<byte> to, T value);

    public abstract T Read(ref CodecReader from);

    protected static void WriteRaw<TRaw>(IBufferWriter<byte> to, ValueForm form, TRaw value)
        where TRaw : unmanaged
    {
        int size = 1 + Unsafe.SizeOf<TRaw>();
        var span = to.GetSpan(size);
        span[0] = (byte)form;
        MemoryMarshal.Write(span[1..], in value);
        to.Advance(size);
    }

    protected static void WriteNull(IBufferWriter<byte> to)
    {
        to.GetSpan(1)[0] = (byte)ValueForm.Null;
        to.Advance(1);
    }
}
