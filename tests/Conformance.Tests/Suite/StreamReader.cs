namespace Pipeline.Conformance.Tests.Suite;

/// <summary>Reads streams to their end, whichever it is.</summary>
internal static class StreamReader
{
    /// <summary>How many items came, and what the stream failed with.</summary>
    public static async Task<(int Items, Type? Failure, string? Message)> ReadAsync<T>(IAsyncEnumerable<T> stream)
    {
        int items = 0;
        try
        {
            await foreach (var _ in stream)
                items++;
            return (items, null, null);
        }
        catch (Exception exception)
        {
            return (items, exception.GetType(), exception.Message);
        }
    }

    /// <inheritdoc cref="ReadAsync"/>
    public static (int Items, Type? Failure, string? Message) Read<T>(IEnumerable<T> stream)
    {
        int items = 0;
        try
        {
            foreach (var _ in stream)
                items++;
            return (items, null, null);
        }
        catch (Exception exception)
        {
            return (items, exception.GetType(), exception.Message);
        }
    }
}
