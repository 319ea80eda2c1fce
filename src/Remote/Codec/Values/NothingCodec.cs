using System.Buffers;
using Pipeline.Transports;

namespace Pipeline.Remote;

/// <summary>The result of an API that has none.</summary>
internal sealed class NothingCodec : ValueCodec<NoResult>
{
    public override int Measure(NoResult value) => 1;

    public override void Write(IBufferWriter<byte> to, NoResult value)
    {
        to.GetSpan(1)[0] = (byte)ValueForm.Nothing;
        to.Advance(1);
    }

    public override NoResult Read(ref CodecReader from)
    {
        from.Expect(ValueForm.Nothing);
        return default;
    }
}
