using System.Text.Json;
using System.Text.Json.Serialization;
using Pipeline.Transports;

namespace Pipeline.Remote.Web;

/// <summary>A failure as JSON, field by field by name, so that either side may know more fields than the other.</summary>
internal static class FailureJson
{
    private static readonly FailureContext Context =
        new(new(FailureContext.Default.Options) { Converters = { new LosslessStringConverter(), new LosslessCharConverter() } });

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
