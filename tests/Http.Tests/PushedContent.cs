using System.Net;
using System.Text;
using System.Threading.Channels;

namespace Pipeline.Http.Tests;

/// <summary>A body that is sent while a test writes it.</summary>
internal sealed class PushedContent : HttpContent
{
    private readonly Channel<string> _parts = Channel.CreateUnbounded<string>();

    public PushedContent(string contentType = "application/x-ndjson") => Headers.TryAddWithoutValidation("Content-Type", contentType);

    public ValueTask WriteAsync(string text) => _parts.Writer.WriteAsync(text);

    public void End() => _parts.Writer.Complete();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await foreach (string part in _parts.Reader.ReadAllAsync())
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(part));
            await stream.FlushAsync();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
