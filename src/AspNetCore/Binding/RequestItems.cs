using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.AspNetCore.Problems;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Binding;

/// <summary>The items of a stream in the body of a request: one JSON value a line.</summary>
internal sealed class RequestItems(Stream body, CancellationToken aborted)
{
    private const int LongestLine = 128 << 20;

    private bool _isRead;

    /// <summary>What was wrong with the body, if the service met it.</summary>
    public RequestRefusedException? Refused { get; private set; }

    public async IAsyncEnumerable<T> ReadAsync<T>(
        JsonTypeInfo<T> type, string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _isRead, true))
            throw new InvalidOperationException($"{name} is the body of a request and can be read once.");

        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, aborted);
        var lines = new LineReader(body, LongestLine);
        await using (lines.ConfigureAwait(false))
        {
            for (long index = 0; await lines.ReadAsync(either.Token).ConfigureAwait(false) is { } line; index++)
            {
                if (line is not [])
                    yield return Parse(line, type, $"{name}[{index}]");
            }
        }
    }

    private T Parse<T>(byte[] line, JsonTypeInfo<T> type, string item)
    {
        try
        {
            return JsonSerializer.Deserialize(line, type)!;
        }
        catch (JsonException exception)
        {
            var problems = new ArgumentProblems();
            problems.Add(ArgumentText.PathIn(item, exception), ArgumentText.Describe(
                exception, ArgumentText.Expected(typeof(T), allowsNull: false)));
            throw Refused = new(StatusCodes.Status400BadRequest, $"{item} cannot be read.", problems);
        }
    }
}
