using System.Buffers;
using System.IO.Pipelines;

namespace Pipeline.Remote.Web;

/// <summary>Reads lines of bytes of a limited length, each as soon as it has arrived.</summary>
internal sealed class LineReader(Stream body, int limit) : IAsyncDisposable
{
    private readonly PipeReader _reader = PipeReader.Create(body, new StreamPipeReaderOptions(leaveOpen: true));

    /// <summary>Whether the body ended within a line, which <see cref="ReadAsync"/> has given as the last.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The next line without its end; null where the body ends.</summary>
    /// <exception cref="InvalidDataException">The line is longer than the limit.</exception>
    public async ValueTask<byte[]?> ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var result = await _reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                byte[] line = buffer.Slice(0, end).ToArray();
                _reader.AdvanceTo(buffer.GetPosition(1, end));
                return line is [.. var text, (byte)'\r'] ? text : line;
            }

            if (buffer.Length > limit)
                throw new InvalidDataException($"A line is longer than the {limit} bytes that are accepted.");
            if (!result.IsCompleted)
            {
                _reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            IsCut = !buffer.IsEmpty;
            byte[]? rest = IsCut ? buffer.ToArray() : null;
            _reader.AdvanceTo(buffer.End);
            return rest;
        }
    }

    public ValueTask DisposeAsync() => _reader.CompleteAsync();
}
