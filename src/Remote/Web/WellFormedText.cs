namespace Pipeline.Remote.Web;

/// <summary>
/// Text that goes out as UTF-8, in which half of a surrogate pair has no place: encoders replace it by U+FFFD without a word. Here it is an
/// error.
/// </summary>
internal static class WellFormedText
{
    /// <exception cref="NotSupportedException">The text has half of a surrogate pair.</exception>
    public static string Check(string text)
    {
        int index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; index >= 0 && index < text.Length; index++)
        {
            if (char.IsSurrogatePair(text, index))
                index++;
            else if (char.IsSurrogate(text[index]))
                throw new NotSupportedException(
                    $"The text has half of a surrogate pair at {index} (U+{(int)text[index]:X4}), which UTF-8 cannot carry.");
        }

        return text;
    }
}
