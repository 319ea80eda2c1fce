using System.Collections.Concurrent;

namespace Pipeline.Remote.Exchanges;

/// <summary>The streams among a call's arguments: they stay here, and the service reads them item by item.</summary>
internal sealed class OfferedStreams(FrameChannelOptions options)
{
    private readonly List<Func<ArgumentReader>> _streams = [];
    private readonly ConcurrentDictionary<int, ArgumentReader> _open = new();

    /// <summary>Sends what the service has asked for.</summary>
    public FramePipeSender? Sender { get; set; }

    public bool IsEmpty => _streams.Count == 0;

    /// <summary>The number by which the service opens the stream, as often as it likes.</summary>
    public int Offer<T>(IAsyncEnumerable<T> stream)
    {
        _streams.Add(() => new ArgumentReader<T>(stream, options.Codec));
        return _streams.Count - 1;
    }

    /// <summary>Does what the service asks for. Nothing here waits.</summary>
    public void Handle(Frame frame)
    {
        if (frame.Target < 0 || frame.Target >= _streams.Count)
            throw new InvalidDataException($"The service reads a stream {frame.Target}; {_streams.Count} are arguments of the call.");

        var reader = _open.GetOrAdd(frame.Number, (_, streams) => streams[frame.Target](), _streams);
        if (frame.IsCanceled || frame.Kind is FrameKind.ArgumentCancel)
            reader.Cancel();
        if (frame.Kind is FrameKind.ArgumentClose)
            _open.TryRemove(frame.Number, out _);
        if (frame.Kind is not FrameKind.ArgumentCancel)
            _ = Task.Run(() => AnswerAsync(frame, reader));
    }

    /// <summary>The call has ended: closes what the service has left open.</summary>
    public void Withdraw()
    {
        foreach (var reader in _open.Values)
        {
            reader.Cancel();
            _ = Task.Run(async () =>
            {
                try
                {
                    await reader.CloseAsync().ConfigureAwait(false);
                }
                catch (Exception)
                {
                    // The call has its answer; nobody is left to be told that a stream it no longer reads failed.
                }
            });
        }
    }

    private async Task AnswerAsync(Frame frame, ArgumentReader reader)
    {
        Frame answer;
        try
        {
            if (frame.Kind is FrameKind.ArgumentClose)
            {
                await reader.CloseAsync().ConfigureAwait(false);
                answer = new() { Kind = FrameKind.ArgumentClosed, Number = frame.Number };
            }
            else
            {
                answer = await reader.NextAsync().ConfigureAwait(false) with { Number = frame.Number };
            }
        }
        catch (Exception exception)
        {
            answer = FailureMessage.Frame(FrameKind.ArgumentFailure, frame.Number, exception, options.FailureDetail, reader.Token);
        }

        if (Sender is { } sender)
            await sender.TrySendAsync(answer).ConfigureAwait(false);
    }
}
