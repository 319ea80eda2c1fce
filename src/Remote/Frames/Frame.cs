using System.Buffers;
using System.Buffers.Binary;

namespace Pipeline.Remote;

/// <summary>One message of a call, in either direction.</summary>
public readonly record struct Frame
{
    /// <summary>The bytes in front of the body.</summary>
    public const int HeaderLength = 10;

    private const int LengthBytes = sizeof(int);

    /// <summary>What it says.</summary>
    public required FrameKind Kind { get; init; }

    /// <summary>The enumerator of an argument that it is about, or how many items are asked for.</summary>
    public int Number { get; init; }

    /// <summary>The argument that the enumerator reads.</summary>
    public int Target { get; init; }

    /// <summary>Whether the sender's token was canceled when the frame was sent.</summary>
    public bool IsCanceled { get; init; }

    /// <summary>A header and arguments, a result, an item or a failure.</summary>
    public ReadOnlySequence<byte> Body { get; init; }

    /// <summary>The frame that a whole message holds, for transports whose messages have bounds. The body is not copied.</summary>
    /// <exception cref="InvalidDataException">The message is no frame.</exception>
    public static Frame Parse(ReadOnlySequence<byte> message)
    {
        if (message.Length < HeaderLength)
            throw new InvalidDataException($"A frame has at least {HeaderLength} bytes; the message has {message.Length}.");

        Span<byte> header = stackalloc byte[HeaderLength];
        message.Slice(0, HeaderLength).CopyTo(header);
        var kind = (FrameKind)header[0];
        if (kind is < FrameKind.Start or > FrameKind.ArgumentClosed)
            throw new InvalidDataException($"There is no frame of kind {header[0]}.");
        if (header[1] > 1)
            throw new InvalidDataException($"A frame's flags are 0 or 1, not {header[1]}.");

        return new()
        {
            Kind = kind,
            Number = BinaryPrimitives.ReadInt32LittleEndian(header[2..]),
            Target = BinaryPrimitives.ReadInt32LittleEndian(header[6..]),
            IsCanceled = header[1] == 1,
            Body = message.Slice(HeaderLength),
        };
    }

    /// <summary>Takes the next frame off a stream of bytes, for transports whose messages have no bounds.</summary>
    /// <param name="bytes">What has arrived; what follows the frame is left in it.</param>
    /// <param name="maxBytes">The largest frame that is accepted, known from its first bytes.</param>
    /// <param name="frame">The frame; its body is not copied.</param>
    /// <returns>Whether a whole frame has arrived.</returns>
    /// <exception cref="InvalidDataException">The bytes are no frame, or too large a one.</exception>
    public static bool TryRead(ref ReadOnlySequence<byte> bytes, int maxBytes, out Frame frame)
    {
        frame = default;
        if (bytes.Length < LengthBytes)
            return false;

        Span<byte> prefix = stackalloc byte[LengthBytes];
        bytes.Slice(0, LengthBytes).CopyTo(prefix);
        int length = BinaryPrimitives.ReadInt32LittleEndian(prefix);
        if (length < HeaderLength || length > maxBytes)
            throw new InvalidDataException($"A frame has between {HeaderLength} and {maxBytes} bytes, not {length}.");
        if (bytes.Length - LengthBytes < length)
            return false;

        frame = Parse(bytes.Slice(LengthBytes, length));
        bytes = bytes.Slice(LengthBytes + length);
        return true;
    }

    /// <summary>Writes the frame as one message, for transports whose messages have bounds.</summary>
    public void WriteTo(IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        var header = to.GetSpan(HeaderLength);
        header[0] = (byte)Kind;
        header[1] = IsCanceled ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt32LittleEndian(header[2..], Number);
        BinaryPrimitives.WriteInt32LittleEndian(header[6..], Target);
        to.Advance(HeaderLength);
        foreach (var part in Body)
            to.Write(part.Span);
    }

    /// <summary>Writes the frame and, in front of it, its length, for <see cref="TryRead"/>.</summary>
    public void WriteWithLengthTo(IBufferWriter<byte> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        BinaryPrimitives.WriteInt32LittleEndian(to.GetSpan(LengthBytes), checked((int)(HeaderLength + Body.Length)));
        to.Advance(LengthBytes);
        WriteTo(to);
    }
}
