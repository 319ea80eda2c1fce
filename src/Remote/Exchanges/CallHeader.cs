using System.Buffers;
using System.Text;
using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>
/// What a call is about; the arguments follow it. Fields have numbers and lengths, so that either side may know more than the other.
/// </summary>
internal sealed record CallHeader
{
    private const byte Version = 1;

    /// <summary>Numbers of the wire; never change one.</summary>
    private enum Field : byte
    {
        Service = 1,
        Api = 2,
        Contract = 3,
        IsBlocking = 4,
        Path = 5,
        CallerService = 6,
        CallerApi = 7,
        Attempt = 8,
        Remaining = 9,
        Id = 10,
        TraceParent = 11,
        TraceState = 12,
        Baggage = 13,
    }

    /// <summary>The service's name.</summary>
    public string Service { get; init; } = "";

    /// <summary>The API's name.</summary>
    public string Api { get; init; } = "";

    /// <summary>The API as the caller knows it: <see cref="ApiContract.Text"/>.</summary>
    public string Contract { get; init; } = "";

    /// <summary>Whether the caller uses the sync view.</summary>
    public bool IsBlocking { get; init; }

    /// <summary>Where the call comes from, and the time it has.</summary>
    public CallOrigin Origin { get; init; } = new();

    public void WriteTo(IBufferWriter<byte> to, PipelineCodec codec)
    {
        var baggage = BaggageText.Write(Origin.Baggage);
        to.Write([Version, (byte)(9 + Count(Origin.Remaining is not null, HasTrace, Origin.TraceState is not "", baggage is not ""))]);
        Write(to, Field.Service, Service);
        Write(to, Field.Api, Api);
        Write(to, Field.Contract, Contract);
        Write(to, Field.IsBlocking, IsBlocking, codec);
        Write(to, Field.Path, Origin.Path);
        Write(to, Field.CallerService, Origin.Service);
        Write(to, Field.CallerApi, Origin.Api);
        Write(to, Field.Attempt, Origin.Attempt, codec);
        Write(to, Field.Id, Origin.Id);
        if (Origin.Remaining is { } remaining)
            Write(to, Field.Remaining, remaining, codec);
        if (HasTrace)
            Write(to, Field.TraceParent, Origin.TraceParent);
        if (Origin.TraceState is not "")
            Write(to, Field.TraceState, Origin.TraceState);
        if (baggage is not "")
            Write(to, Field.Baggage, baggage);
    }

    /// <summary>Reads the header; the arguments are what is left.</summary>
    /// <exception cref="InvalidDataException">The bytes are no header.</exception>
    public static CallHeader Read(ref CodecReader from, PipelineCodec codec)
    {
        byte version = from.ReadRaw<byte>();
        if (version != Version)
            throw new InvalidDataException(
                $"The call's header has version {version}; {Version} is understood here: update the older side.");

        var header = new CallHeader();
        for (int fields = from.ReadRaw<byte>(); fields > 0; fields--)
        {
            var field = (Field)from.ReadRaw<byte>();
            var value = from.Take(from.ReadCount(1));
            header = header.With(field, value, codec);
        }

        return header;
    }

    private CallHeader With(Field field, ReadOnlySequence<byte> value, PipelineCodec codec) => field switch
    {
        Field.Service => this with { Service = Text(value) },
        Field.Api => this with { Api = Text(value) },
        Field.Contract => this with { Contract = Text(value) },
        Field.IsBlocking => this with { IsBlocking = codec.Unpack<bool>(value) },
        Field.Path => this with { Origin = Origin with { Path = Text(value) } },
        Field.CallerService => this with { Origin = Origin with { Service = Text(value) } },
        Field.CallerApi => this with { Origin = Origin with { Api = Text(value) } },
        Field.Attempt => this with { Origin = Origin with { Attempt = Math.Max(1, codec.Unpack<int>(value)) } },
        Field.Remaining => this with { Origin = Origin with { Remaining = Positive(codec.Unpack<TimeSpan>(value)) } },
        Field.Id => this with { Origin = Origin with { Id = Text(value) } },
        Field.TraceParent => this with { Origin = Origin with { TraceParent = Text(value) } },
        Field.TraceState => this with { Origin = Origin with { TraceState = Text(value) } },
        Field.Baggage => this with { Origin = Origin with { Baggage = BaggageText.Read(Text(value)) } },
        _ => this,
    };

    private bool HasTrace => Origin.TraceParent is not "";

    private static int Count(params ReadOnlySpan<bool> fields) => fields.Count(true);

    private static TimeSpan Positive(TimeSpan time) => time < TimeSpan.Zero ? TimeSpan.Zero : time;

    private static string Text(ReadOnlySequence<byte> value) => Encoding.UTF8.GetString(value);

    private static void Write(IBufferWriter<byte> to, Field field, string text)
    {
        WriteFront(to, field, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, to);
    }

    private static void Write<T>(IBufferWriter<byte> to, Field field, T value, PipelineCodec codec)
    {
        var packed = codec.Pack(value);
        WriteFront(to, field, packed.Length);
        to.Write(packed.Span);
    }

    private static void WriteFront(IBufferWriter<byte> to, Field field, int length)
    {
        var front = to.GetSpan(1 + sizeof(int));
        front[0] = (byte)field;
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(front[1..], length);
        to.Advance(1 + sizeof(int));
    }
}
