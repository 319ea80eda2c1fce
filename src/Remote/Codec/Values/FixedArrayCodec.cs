using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>An array copied as it lies in memory.</summary>
internal sealed class FixedArrayCodec<T>(ValueForm element) : ValueCodec<T[]?>
    where T : unmanaged
{
    private readonly ValueForm _form = ValueForm.Array | element;

    public override int Measure(T[]? value) => value is null ? 1 : ArrayLayout.Measure<T>(value);

    public override void Write(IBufferWriter<byte> to, T[]? value)
    {
        if (value is null)
            WriteNull(to);
        else
            ArrayLayout.Write<T>(to, _form, value);
    }

    public override T[]? Read(ref CodecReader from)
    {
        if (from.TryReadNull())
            return null;

        from.Expect(_form);
        var array = GC.AllocateUninitializedArray<T>(from.ReadCount(Unsafe.SizeOf<T>()));
        from.CopyTo(MemoryMarshal.AsBytes(array.AsSpan()));
        return array;
    }
}
