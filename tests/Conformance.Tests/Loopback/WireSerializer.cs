using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Values as JSON, for one end of a connection: streams among the arguments stay there, and their numbers cross.</summary>
internal sealed class WireSerializer
{
    private readonly ConcurrentDictionary<Utf8JsonWriter, List<long>> _offered = new();
    private readonly JsonSerializerOptions _options;

    public WireSerializer(Peer peer) => _options = new()
    {
        // Tuples have fields.
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new LosslessStringConverter(), new LosslessCharConverter(), new StreamConverterFactory(peer, this) },
    };

    public byte[] Serialize<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, _options);

    public T Deserialize<T>(ReadOnlyMemory<byte> bytes) => JsonSerializer.Deserialize<T>(bytes.Span, _options)!;

    /// <summary>The arguments, and the numbers of the streams offered with them.</summary>
    public (byte[] Bytes, IReadOnlyList<long> Offered) SerializeArguments<TArgs>(TArgs args)
    {
        using var bytes = new MemoryStream();
        using var writer = new Utf8JsonWriter(bytes);
        _offered[writer] = [];
        try
        {
            JsonSerializer.Serialize(writer, args, _options);
            return (bytes.ToArray(), _offered[writer]);
        }
        finally
        {
            _offered.TryRemove(writer, out _);
        }
    }

    /// <summary>Notes that a stream was offered by what the writer writes.</summary>
    public void Note(Utf8JsonWriter writer, long id)
    {
        if (!_offered.TryGetValue(writer, out var ids))
            throw new NotSupportedException("A stream inside a result would outlive the call.");
        ids.Add(id);
    }
}
