namespace Pipeline.Http.Answers;

/// <summary>Reads a body that may be no larger than a limit, whatever its headers say.</summary>
internal static class BoundedReader
{
    private const int First = 4096;

    /// <exception cref="InvalidDataException">The body is larger.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > limit)
            throw TooLarge(limit);

        var body = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        byte[] bytes = new byte[Math.Min(limit, content.Headers.ContentLength ?? First)];
        int count = 0;
        while (true)
        {
            if (count == bytes.Length)
            {
                // One byte more tells whether this is the end.
                byte[] probe = new byte[1];
                if (await body.ReadAsync(probe, cancellationToken).ConfigureAwait(false) == 0)
                    return bytes;
                if (count == limit)
                    throw TooLarge(limit);
                Array.Resize(ref bytes, (int)Math.Min(limit, Math.Max(First, bytes.Length * 2L)));
                bytes[count++] = probe[0];
            }

            int read = await body.ReadAsync(bytes.AsMemory(count), cancellationToken).ConfigureAwait(false);
            if (read == 0)
                return count == bytes.Length ? bytes : bytes[..count];
            count += read;
        }
    }

    private static InvalidDataException TooLarge(int limit) =>
        new($"The answer is larger than the {limit} bytes that are accepted. HttpTransportOptions.MaxAnswerBytes sets the limit.");
}
