using System.Text.Json;

namespace Pipeline.AspNetCore.Binding;

/// <summary>
/// Says in the words of JSON why a value was not accepted. The serializer's own messages name types of the server, which are nobody's
/// business.
/// </summary>
internal static class ArgumentText
{
    private const string Missing = "missing required properties including:";
    private const string Unmapped = "could not be mapped";

    /// <summary>The name of the argument, or of the part of it that is wrong: <c>order.lines[0].price</c>.</summary>
    public static string PathIn(string argument, JsonException exception) =>
        exception.Path is ['$', .. var path] ? argument + path : argument;

    public static string Describe(JsonException exception, string expected)
    {
        string message = exception.Message;
        if (message.IndexOf(Missing, StringComparison.Ordinal) is >= 0 and var missing)
            return $"lacks {UpTo(message[(missing + Missing.Length)..], ';', '.').Trim()}.";
        if (message.Contains(Unmapped, StringComparison.Ordinal) && message.Split('\'') is [_, var member, ..])
            return $"has a member '{member}' that nobody declares.";
        return exception.Path is "$" or null ? $"must be {expected}." : "is a value of the wrong type.";
    }

    /// <summary>What JSON has of a type.</summary>
    public static string Expected(Type type, bool allowsNull)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        string expected = Type.GetTypeCode(bare) switch
        {
            _ when bare.IsEnum => "one of the values of the enumeration",
            TypeCode.Boolean => "true or false",
            TypeCode.String => "a string of well-formed text",
            TypeCode.Char => "a string of one character",
            TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16
                or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 or TypeCode.UInt64 =>
                "an integer of the right size",
            TypeCode.Single or TypeCode.Double or TypeCode.Decimal => "a number",
            TypeCode.DateTime => "a date and time as in 2026-01-31T12:00:00Z",
            _ when Pipeline.Remote.Web.WebTypes.IsFile(bare) => "a file, or a string in base64",
            _ when bare.IsArray || bare.IsAssignableTo(typeof(System.Collections.IEnumerable)) =>
                "an array or object whose elements have the right type",
            _ when bare.Namespace is "System" => $"a string or number that is a {bare.Name}",
            _ => "an object",
        };
        return allowsNull ? $"{expected}, or null" : expected;
    }

    private static string UpTo(string text, params ReadOnlySpan<char> ends)
    {
        int end = text.AsSpan().IndexOfAny(ends);
        return end < 0 ? text : text[..end];
    }
}
