using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Remote;

/// <summary>Strings as <see cref="LosslessText"/>, keys of dictionaries included.</summary>
internal sealed class LosslessStringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LosslessText.Unescape(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LosslessText.Escape(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LosslessText.Unescape(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(LosslessText.Escape(value));
}
