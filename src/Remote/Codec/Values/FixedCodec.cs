using System.Buffers;
using System.Runtime.CompilerServices;

namespace Pipeline.Remote;

/// <summary>A value as it lies in memory, of a type for which every pattern of bits is a value.</summary>
internal sealed class FixedCodec<T>(ValueForm form) : ValueCodec<T>
    where T : unmanaged
{
    public override int Measure(T value) => 1 + Unsafe.SizeOf<T>();

    public override void Write(IBufferWriter<byte> to, T value) => WriteRaw(to, form, value);

    public override T Read(ref CodecReader from)
    {
        var found = from.ReadForm();
        if (found == form)
            return from.ReadRaw<T>();
        return typeof(T) == typeof(double) && found is ValueForm.Single
            ? (T)(object)(double)from.ReadRaw<float>()
            : throw CodecReader.Unexpected(found, form);
    }
}
