using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pipeline.Remote.Web;

namespace Pipeline.Http.Answers;

/// <summary>
/// Reads the items of a stream that Pipeline.AspNetCore serves as server-sent events: items, then <c>end</c> or <c>error</c>.
/// </summary>
internal static class EventReader
{
    private enum Event
    {
        Item,
        Error,
        End,
    }

    /// <exception cref="IOException">The body ends without an event that says so: the connection was lost.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream body, JsonTypeInfo<T> type, int limit, Func<byte[], Exception> failed, [
            EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = new LineReader(body, limit);
        await using (lines.ConfigureAwait(false))
        {
            var kind = Event.Item;
            while (await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } line)
            {
                if (lines.IsCut)
                    break;
                if (line is [])
                    kind = Event.Item;
                else if (Value(line, "event:"u8) is { } name)
                    kind = name.SequenceEqual("end"u8.ToArray()) ? Event.End : Event.Error;
                else if (Value(line, "data:"u8) is { } data)
                {
                    if (kind is Event.End)
                        yield break;
                    if (kind is Event.Error)
                        throw failed(data);
                    yield return Parse(data, type);
                }
            }

            throw new IOException("The answer ended in the middle of the stream.");
        }
    }

    private static byte[]? Value(byte[] line, ReadOnlySpan<byte> field)
    {
        if (!line.AsSpan().StartsWith(field))
            return null;
        var value = line.AsSpan(field.Length);
        return value is [(byte)' ', .. var rest] ? rest.ToArray() : value.ToArray();
    }

    private static T Parse<T>(byte[] data, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(data, type)!;
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"An item is no {typeof(T)}: {exception.Message}", exception);
        }
    }
}
