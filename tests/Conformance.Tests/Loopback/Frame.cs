using System.Buffers.Binary;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>One message of the connection.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Id">The number of a request; an answer has that of its request, a cancellation that of what it cancels.</param>
/// <param name="Target">The number of the stream a request is about.</param>
/// <param name="IsCanceled">Whether the token of a request was canceled when it was sent.</param>
/// <param name="Body">Arguments, a result, an item or a failure.</param>
internal readonly record struct Frame(FrameKind Kind, long Id, long Target = 0, bool IsCanceled = false, ReadOnlyMemory<byte> Body = default)
{
    private const int HeaderLength = 18;

    /// <summary>The frame in an array of its own.</summary>
    public byte[] ToBytes()
    {
        byte[] bytes = new byte[HeaderLength + Body.Length];
        bytes[0] = (byte)Kind;
        bytes[1] = IsCanceled ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(2), Id);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(10), Target);
        Body.Span.CopyTo(bytes.AsSpan(HeaderLength));
        return bytes;
    }

    /// <summary>The frame the bytes hold.</summary>
    public static Frame Parse(byte[] bytes) => new(
        (FrameKind)bytes[0],
        BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(2)),
        BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(10)),
        bytes[1] != 0,
        bytes.AsMemory(HeaderLength));
}
