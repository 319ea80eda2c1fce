using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Remote;

/// <summary>A UTF-16 unit as <see cref="LosslessText"/>.</summary>
internal sealed class LosslessCharConverter : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        One(LosslessText.Unescape(reader.GetString()!));

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LosslessText.Escape(value.ToString()));

    public override char ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        One(LosslessText.Unescape(reader.GetString()!));

    public override void WriteAsPropertyName(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WritePropertyName(LosslessText.Escape(value.ToString()));

    private static char One(string text) => text is [var unit] ? unit : throw new JsonException("One UTF-16 unit was expected.");
}
