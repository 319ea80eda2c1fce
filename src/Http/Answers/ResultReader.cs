using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http.Answers;

/// <summary>Reads the one result of a call.</summary>
internal static class ResultReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="InvalidDataException">The answer is larger than the limit, or no value of the type.</exception>
    public static async Task<TResult> ReadAsync<TResult>(
        HttpResponseMessage response, JsonTypeInfo<TResult>? type, int limit, CancellationToken cancellationToken)
    {
        byte[] bytes = await BoundedReader.ReadAsync(response.Content, limit, cancellationToken).ConfigureAwait(false);
        string media = response.Content.Headers.ContentType?.MediaType ?? "";
        if (typeof(TResult) == typeof(NoResult))
            return default!;
        if (WebTypes.IsFile(typeof(TResult)))
            return (TResult)FileOf(typeof(TResult), bytes, media);

        try
        {
            // Decoded here: the client's own reading of text takes a leading U+FEFF for a byte order mark and drops it.
            return typeof(TResult) == typeof(string) && media is not WebNames.Json
                ? (TResult)(object)StrictUtf8.GetString(bytes)
                : JsonSerializer.Deserialize(bytes, type!)!;
        }
        catch (Exception exception) when (exception is JsonException or DecoderFallbackException)
        {
            throw new InvalidDataException($"The answer is no {typeof(TResult)}: {exception.Message}", exception);
        }
    }

    private static object FileOf(Type type, byte[] bytes, string media)
    {
        // The edge has no file for null.
        if (media is WebNames.Json && bytes.AsSpan().SequenceEqual("null"u8))
            return type == typeof(ReadOnlyMemory<byte>) ? (object)ReadOnlyMemory<byte>.Empty : null!;
        if (type == typeof(Stream))
            return new MemoryStream(bytes, writable: false);
        return type == typeof(byte[]) ? (object)bytes : new ReadOnlyMemory<byte>(bytes);
    }
}
