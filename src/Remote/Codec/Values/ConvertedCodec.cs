using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipeline.Remote;

/// <summary>A value of which not every pattern of bits is one: packed as another type, and checked when it is read.</summary>
internal sealed class ConvertedCodec<T, TRaw>(ValueForm form, Func<T, TRaw> pack, Func<TRaw, T> unpack) : ValueCodec<T>
    where TRaw : unmanaged
{
    public override int Measure(T value) => 1 + Unsafe.SizeOf<TRaw>();

    public override void Write(IBufferWriter<byte> to, T value) => WriteRaw(to, form, pack(value));

    public override T Read(ref CodecReader from)
    {
        from.Expect(form);
        return Convert(from.ReadRaw<TRaw>());
    }

    public T Convert(TRaw raw)
    {
        try
        {
            return unpack(raw);
        }
        catch (ArgumentException exception)
        {
            throw new InvalidDataException($"The bytes are no {typeof(T)}.", exception);
        }
    }
}
