using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.AspNetCore.Answers;

/// <summary>
/// Writes a result: text as text/plain, bytes as bytes, everything else as JSON. JSON is written whole before the first byte leaves, so
/// that a result that cannot be written is an error with a status and not half an answer.
/// </summary>
internal static class ResultWriter
{
    public static Task WriteAsync<TResult>(
        HttpResponse response, TResult result, JsonTypeInfo<TResult>? type, CancellationToken cancellationToken) => result switch
        {
            string text =>
                WriteBytesAsync(
                    response, $"{WebNames.Text}; charset=utf-8", Encoding.UTF8.GetBytes(WellFormedText.Check(text)), cancellationToken),
            byte[] bytes => WriteFileAsync(response, bytes, cancellationToken),
            ReadOnlyMemory<byte> bytes => WriteFileAsync(response, bytes, cancellationToken),
            Stream stream => WriteStreamAsync(response, stream, cancellationToken),
            null or NoResult => WriteBytesAsync(response, WebNames.Json, "null"u8.ToArray(), cancellationToken),
            _ => WriteJsonAsync(response, result, type!, cancellationToken),
        };

    private static async Task WriteJsonAsync<TResult>(
        HttpResponse response, TResult result, JsonTypeInfo<TResult> type, CancellationToken cancellationToken)
    {
        using var bytes = AnswerBuffer.Rent();
        using (var writer = new Utf8JsonWriter(
            bytes, new JsonWriterOptions { Encoder = type.Options.Encoder, MaxDepth = type.Options.MaxDepth, SkipValidation = true }))
            JsonSerializer.Serialize(writer, result, type);
        await WriteBytesAsync(response, $"{WebNames.Json}; charset=utf-8", bytes.Written, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WriteBytesAsync(
        HttpResponse response, string contentType, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        response.ContentType = contentType;
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    private static Task WriteFileAsync(HttpResponse response, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        response.Headers.ContentDisposition = "attachment; filename=\"result.bin\"";
        return WriteBytesAsync(response, WebNames.Bytes, bytes, cancellationToken);
    }

    private static async Task WriteStreamAsync(HttpResponse response, Stream stream, CancellationToken cancellationToken)
    {
        await using (stream.ConfigureAwait(false))
        {
            response.ContentType = WebNames.Bytes;
            response.Headers.ContentDisposition = "attachment; filename=\"result.bin\"";
            await stream.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
        }
    }
}
