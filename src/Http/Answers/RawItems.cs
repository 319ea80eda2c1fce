using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipeline.Http.Answers;

/// <summary>
/// Reads the items of a stream as BentoML sends them. Text and bytes have no bounds there, so that what has arrived is an item; other items
/// are JSON values, one behind the other.
/// </summary>
internal static class RawItems
{
    private const int ChunkSize = 8192;

    public static IAsyncEnumerable<T> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, int limit, CancellationToken cancellationToken)
    {
        if (typeof(T) == typeof(string))
            return (IAsyncEnumerable<T>)ReadTextAsync(body, cancellationToken);
        if (typeof(T) == typeof(byte[]))
            return (IAsyncEnumerable<T>)ReadBytesAsync(body, cancellationToken);
        return ReadJsonAsync(body, type, limit, cancellationToken);
    }

    private static async IAsyncEnumerable<string> ReadTextAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A character may arrive in two parts.
        var decoder = Encoding.UTF8.GetDecoder();
        byte[] bytes = new byte[ChunkSize];
        char[] text = new char[ChunkSize + 2];
        for (int read; (read = await body.ReadAsync(bytes, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            int count = decoder.GetChars(bytes.AsSpan(0, read), text, flush: false);
            if (count > 0)
                yield return new(text, 0, count);
        }
    }

    private static async IAsyncEnumerable<byte[]> ReadBytesAsync(Stream body, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        byte[] bytes = new byte[ChunkSize];
        for (int read; (read = await body.ReadAsync(bytes, cancellationToken).ConfigureAwait(false)) > 0;)
            yield return bytes[..read];
    }

    private static async IAsyncEnumerable<T> ReadJsonAsync<T>(
        Stream body, JsonTypeInfo<T> type, int limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var counted = new ItemLimit(body, limit);
        await using (counted.ConfigureAwait(false))
        {
            var items = JsonSerializer.DeserializeAsyncEnumerable(
                counted, type, topLevelValues: true, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (items.ConfigureAwait(false))
            {
                while (await NextAsync(items).ConfigureAwait(false))
                {
                    counted.BeginItem();
                    yield return items.Current!;
                }
            }
        }
    }

    private static async ValueTask<bool> NextAsync<T>(IAsyncEnumerator<T> items)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"An item is no {typeof(T)}: {exception.Message}", exception);
        }
    }
}
