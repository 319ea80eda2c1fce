using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pipeline.Remote;

/// <summary>
/// An integer, which any integer type that can hold it may read: an <c>int</c> may become a <c>long</c> on one side first.
/// </summary>
internal sealed class IntegerCodec<T>(ValueForm form) : ValueCodec<T>
    where T : unmanaged, IBinaryInteger<T>
{
    public override int Measure(T value) => 1 + Unsafe.SizeOf<T>();

    public override void Write(IBufferWriter<byte> to, T value) => WriteRaw(to, form, value);

    public override T Read(ref CodecReader from)
    {
        var found = from.ReadForm();
        return found == form ? from.ReadRaw<T>() : ReadOther(found, ref from);
    }

    private T ReadOther(ValueForm found, ref CodecReader from) => found switch
    {
        ValueForm.Int8 => Fit(from.ReadRaw<sbyte>()),
        ValueForm.UInt8 => Fit(from.ReadRaw<byte>()),
        ValueForm.Int16 => Fit(from.ReadRaw<short>()),
        ValueForm.UInt16 => Fit(from.ReadRaw<ushort>()),
        ValueForm.Int32 => Fit(from.ReadRaw<int>()),
        ValueForm.UInt32 => Fit(from.ReadRaw<uint>()),
        ValueForm.Int64 => Fit(from.ReadRaw<long>()),
        ValueForm.UInt64 => Fit(from.ReadRaw<ulong>()),
        ValueForm.Int128 => Fit(from.ReadRaw<Int128>()),
        ValueForm.UInt128 => Fit(from.ReadRaw<UInt128>()),
        _ => throw CodecReader.Unexpected(found, form),
    };

    private static T Fit<TOther>(TOther value)
        where TOther : INumberBase<TOther>
    {
        try
        {
            return T.CreateChecked(value);
        }
        catch (OverflowException)
        {
            throw new InvalidDataException($"{value} does not fit {typeof(T)}, which is what this side declares.");
        }
    }
}
