using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pipeline.Remote;

/// <summary>
/// Text that JSON cannot hold: JSON text is UTF-8, which has no half of a surrogate pair, and System.Text.Json replaces one by U+FFFD
/// without a word. Here such a unit is written as U+0000 and four hexadecimal digits, and U+0000 itself in the same way.
/// </summary>
internal static class LosslessText
{
    private const char Mark = '\0';
    private const int Digits = 4;

    public static string Escape(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains(Mark, StringComparison.Ordinal))
            return text;

        var escaped = new StringBuilder(text.Length + 16);
        for (int index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                escaped.Append(text, index++, 2);
            else if (char.IsSurrogate(text[index]) || text[index] == Mark)
                escaped.Append(Mark).Append(CultureInfo.InvariantCulture, $"{(int)text[index]:X4}");
            else
                escaped.Append(text[index]);
        }

        return escaped.ToString();
    }

    public static string Unescape(string text)
    {
        int mark = text.IndexOf(Mark, StringComparison.Ordinal);
        if (mark < 0)
            return text;

        var plain = new StringBuilder(text.Length);
        int start = 0;
        for (; mark >= 0; mark = text.IndexOf(Mark, start))
        {
            plain.Append(text, start, mark - start);
            start = mark + 1 + Digits;
            if (start > text.Length
                || !ushort.TryParse(
                    text.AsSpan(mark + 1, Digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort unit))
                throw new JsonException("U+0000 must be followed by the four hexadecimal digits of a UTF-16 unit.");
            plain.Append((char)unit);
        }

        return plain.Append(text, start, text.Length - start).ToString();
    }
}
