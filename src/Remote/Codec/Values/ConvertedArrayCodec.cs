using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>An array whose elements are checked one by one when they are read.</summary>
internal sealed class ConvertedArrayCodec<T, TRaw>(ValueForm element, Func<T, TRaw> pack, ConvertedCodec<T, TRaw> inner) : ValueCodec<T[]?>
    where TRaw : unmanaged
{
    private readonly ValueForm _form = ValueForm.Array | element;

    public override int Measure(T[]? value) =>
        value is null ? 1 : (int)Math.Min(int.MaxValue, 1 + sizeof(int) + ((long)value.Length * Unsafe.SizeOf<TRaw>()));

    public override void Write(IBufferWriter<byte> to, T[]? value)
    {
        if (value is null)
        {
            WriteNull(to);
            return;
        }

        ArrayLayout.WriteHeader(to, _form, value.Length);
        foreach (var item in value)
        {
            var raw = pack(item);
            MemoryMarshal.Write(to.GetSpan(Unsafe.SizeOf<TRaw>()), in raw);
            to.Advance(Unsafe.SizeOf<TRaw>());
        }
    }

    public override T[]? Read(ref CodecReader from)
    {
        if (from.TryReadNull())
            return null;

        from.Expect(_form);
        var array = new T[from.ReadCount(Unsafe.SizeOf<TRaw>())];
        for (int index = 0; index < array.Length; index++)
            array[index] = inner.Convert(from.ReadRaw<TRaw>());
        return array;
    }
}
