using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Remote.Web;

/// <summary>A UTF-16 unit as <see cref="WellFormedText"/>.</summary>
internal sealed class WellFormedCharConverter : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String && reader.GetString() is [var unit] ? unit : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WriteStringValue(WellFormedText.Check(value.ToString()));

    public override char ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is [var unit] ? unit : throw new JsonException();

    public override void WriteAsPropertyName(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WritePropertyName(WellFormedText.Check(value.ToString()));
}
