namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>What a call is about; the arguments follow it.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Signature">The API's signature, which tells overloads apart and survives a new order of declaration.</param>
/// <param name="IsBlocking">Whether the caller uses the sync view.</param>
internal readonly record struct CallHeader(string Service, string Signature, bool IsBlocking)
{
    /// <summary>The header with what follows it.</summary>
    public byte[] ToBytes(ReadOnlySpan<byte> arguments)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Service);
        writer.Write(Signature);
        writer.Write(IsBlocking);
        writer.Write(arguments);
        return stream.ToArray();
    }

    /// <summary>Takes the header off.</summary>
    public static (CallHeader Header, ReadOnlyMemory<byte> Arguments) Parse(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        using var reader = new BinaryReader(stream);
        var header = new CallHeader(reader.ReadString(), reader.ReadString(), reader.ReadBoolean());
        return (header, bytes[(int)stream.Position..]);
    }
}
