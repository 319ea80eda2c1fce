using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;
using Pipeline.AspNetCore.Problems;
using Pipeline.Remote.Web;

namespace Pipeline.AspNetCore.Answers;

/// <summary>
/// The items of a stream in the body of an answer. Each is written at once and sent before the next is asked for, so that the network holds
/// back a service that is faster than its reader.
/// </summary>
internal sealed class StreamAnswer<TItem>(HttpResponse response, StreamFormat format, JsonTypeInfo<TItem> type)
{
    private readonly ArrayBufferWriter<byte> _item = new();

    /// <summary>Whether a failure in the middle can be told; otherwise the connection has to break.</summary>
    public bool CanFail => format is not StreamFormat.Raw;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        response.ContentType = format is StreamFormat.Lines ? WebNames.Lines : $"{WebNames.Events}; charset=utf-8";
        response.Headers.CacheControl = "no-cache";

        // nginx would hold items back otherwise.
        response.Headers["X-Accel-Buffering"] = "no";
        return response.StartAsync(cancellationToken);
    }

    public Task WriteAsync(TItem item, CancellationToken cancellationToken)
    {
        _item.ResetWrittenCount();
        switch (format)
        {
            case StreamFormat.Raw when item is string text:
                Encoding.UTF8.GetBytes(WellFormedText.Check(text), _item);
                break;
            case StreamFormat.Raw when item is byte[] bytes:
                _item.Write(bytes);
                break;
            case StreamFormat.Events:
                _item.Write("data: "u8);
                WriteJson(item);
                _item.Write("\n\n"u8);
                break;
            default:
                WriteJson(item);
                _item.Write("\n"u8);
                break;
        }

        return SendAsync(cancellationToken);
    }

    public Task FailAsync(Problem problem)
    {
        _item.ResetWrittenCount();
        byte[] json = problem.ToJson();
        if (format is StreamFormat.Events)
        {
            _item.Write("event: error\ndata: "u8);
            _item.Write(json);
            _item.Write("\n\n"u8);
        }
        else
        {
            _item.Write("{\"error\":"u8);
            _item.Write(json);
            _item.Write("}\n"u8);
        }

        return SendAsync(CancellationToken.None);
    }

    public Task EndAsync(CancellationToken cancellationToken)
    {
        if (format is not StreamFormat.Events)
            return Task.CompletedTask;
        _item.ResetWrittenCount();

        // An EventSource connects again when a stream ends; this tells it that the stream is over.
        _item.Write("event: end\ndata:\n\n"u8);
        return SendAsync(cancellationToken);
    }

    private void WriteJson(TItem item)
    {
        using var writer = new Utf8JsonWriter(
            _item, new JsonWriterOptions { Encoder = type.Options.Encoder, MaxDepth = type.Options.MaxDepth, SkipValidation = true });
        JsonSerializer.Serialize(writer, item, type);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        // One write is one chunk: BentoML's clients take a chunk for an item.
        if (_item.WrittenCount == 0)
            return;
        await response.Body.WriteAsync(_item.WrittenMemory, cancellationToken).ConfigureAwait(false);
        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
    }
}
