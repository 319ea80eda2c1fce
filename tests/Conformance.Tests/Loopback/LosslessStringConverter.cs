using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>
/// A string of .NET is any sequence of UTF-16 units. JSON is UTF-8 and has no place for a surrogate without its other half, so
/// such a unit, and U+0000 which marks it, crosses as U+0000 and four hexadecimal digits.
/// </summary>
internal sealed class LosslessStringConverter : JsonConverter<string>
{
    private const char Mark = '\0';

    public static string Escape(string text)
    {
        if (!text.Any(static unit => char.IsSurrogate(unit) || unit == Mark))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                escaped.Append(text, index++, 2);
            else if (char.IsSurrogate(text[index]) || text[index] == Mark)
                escaped.Append(Mark).Append(((int)text[index]).ToString("X4", CultureInfo.InvariantCulture));
            else
                escaped.Append(text[index]);
        }

        return escaped.ToString();
    }

    public static string Unescape(string text)
    {
        if (!text.Contains(Mark))
            return text;

        var plain = new StringBuilder(text.Length);
        for (int index = 0; index < text.Length; index++)
        {
            if (text[index] != Mark)
            {
                plain.Append(text[index]);
                continue;
            }

            plain.Append((char)int.Parse(text.AsSpan(index + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            index += 4;
        }

        return plain.ToString();
    }

    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Unescape(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(Escape(value));

    public override string ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Unescape(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WritePropertyName(Escape(value));
}

/// <inheritdoc cref="LosslessStringConverter"/>
internal sealed class LosslessCharConverter : JsonConverter<char>
{
    public override char Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LosslessStringConverter.Unescape(reader.GetString()!)[0];

    public override void Write(Utf8JsonWriter writer, char value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LosslessStringConverter.Escape(value.ToString()));
}
