using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Transports;

namespace Pipeline.Remote.Web;

/// <summary>A failure as JSON, field by field by name, so that either side may know more fields than the other.</summary>
internal static class FailureJson
{
    // A cause lies two levels below what it caused.
    private const int MaxDepth = 128;

    private static readonly FailureContext Context =
        new(new(FailureContext.Default.Options)
        {
            MaxDepth = MaxDepth,
            Converters = { new LosslessStringConverter(), new LosslessCharConverter() }
        });

    public static byte[] ToBytes(RemoteFailure failure) => JsonSerializer.SerializeToUtf8Bytes(failure, Context.RemoteFailure);

    /// <exception cref="JsonException">The bytes are no failure.</exception>
    public static RemoteFailure Parse(ReadOnlySequence<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes, new() { MaxDepth = MaxDepth });
        return JsonSerializer.Deserialize(ref reader, Context.RemoteFailure) ?? throw new JsonException("null is no failure.");
    }

    public static void Write(Utf8JsonWriter writer, RemoteFailure failure) =>
        JsonSerializer.Serialize(writer, failure, Context.RemoteFailure);

    /// <summary>The failure; null if the element is none.</summary>
    public static RemoteFailure? TryRead(JsonElement element)
    {
        try
        {
            return element.Deserialize(Context.RemoteFailure);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>The metadata of <see cref="RemoteFailure"/>, written at compile time.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(RemoteFailure))]
internal sealed partial class FailureContext : JsonSerializerContext;
