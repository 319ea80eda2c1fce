using System.Buffers;
using System.Runtime.InteropServices;

namespace Pipeline.Remote;

/// <summary>UTF-16, as it lies in memory: halves of surrogate pairs stay what they are.</summary>
internal sealed class TextCodec : ValueCodec<string?>
{
    public override int Measure(string? value) => value is null ? 1 : ArrayLayout.Measure(value.AsSpan());

    public override void Write(IBufferWriter<byte> to, string? value)
    {
        if (value is null)
            WriteNull(to);
        else
            ArrayLayout.Write(to, ValueForm.Text, value.AsSpan());
    }

    public override string? Read(ref CodecReader from)
    {
        if (from.TryReadNull())
            return null;

        from.Expect(ValueForm.Text);
        var bytes = from.Take(from.ReadCount(sizeof(char)) * sizeof(char));
        return new string(MemoryMarshal.Cast<byte, char>(bytes.IsSingleSegment ? bytes.FirstSpan : bytes.ToArray()));
    }
}
