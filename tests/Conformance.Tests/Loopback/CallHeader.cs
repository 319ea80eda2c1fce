using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>What a call is about; the arguments follow it.</summary>
/// <param name="Service">The service's name.</param>
/// <param name="Signature">The API's signature, which tells overloads apart and survives a new order of declaration.</param>
/// <param name="IsBlocking">Whether the caller uses the sync view.</param>
/// <param name="Origin">Where the call comes from, and the time it has.</param>
internal readonly record struct CallHeader(string Service, string Signature, bool IsBlocking, CallOrigin Origin)
{
    /// <summary>The header with what follows it.</summary>
    public byte[] ToBytes(ReadOnlySpan<byte> arguments)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Service);
        writer.Write(Signature);
        writer.Write(IsBlocking);
        writer.Write(Origin.Path);
        writer.Write(Origin.Service);
        writer.Write(Origin.Api);
        writer.Write(Origin.Attempt);
        writer.Write(Origin.Remaining?.Ticks ?? -1);
        writer.Write(arguments);
        return stream.ToArray();
    }

    /// <summary>Takes the header off.</summary>
    public static (CallHeader Header, ReadOnlyMemory<byte> Arguments) Parse(ReadOnlyMemory<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        using var reader = new BinaryReader(stream);
        var header = new CallHeader(reader.ReadString(), reader.ReadString(), reader.ReadBoolean(), ReadOrigin(reader));
        return (header, bytes[(int)stream.Position..]);
    }

    private static CallOrigin ReadOrigin(BinaryReader reader) => new()
    {
        Path = reader.ReadString(),
        Service = reader.ReadString(),
        Api = reader.ReadString(),
        Attempt = reader.ReadInt32(),
        Remaining = reader.ReadInt64() is >= 0 and var ticks ? TimeSpan.FromTicks(ticks) : null,
    };
}
