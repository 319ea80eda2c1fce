using System.Collections.Concurrent;
using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

internal sealed partial class Peer
{
    private readonly ServiceDispatcher? _services;

    /// <summary>What the other side has asked for and may still cancel, by the number of the request.</summary>
    private readonly ConcurrentDictionary<long, ServedScope> _scopes = new();

    private async Task ReadAsync()
    {
        await foreach (byte[] bytes in _incoming.ReadAllAsync())
            Receive(Frame.Parse(bytes));

        // Nobody is left to answer to.
        foreach (var scope in _scopes.Values)
            scope.Cancel();
    }

    // In the order of arrival, and nothing here may wait: a cancellation must not queue behind the call it is for.
    private void Receive(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Call:
                var call = Open(frame);
                Answer(frame, call, () => CallAsync(frame, call));
                break;
            case FrameKind.OpenStream:
                Open(frame, token => Services.Open(this, frame.Body, token));
                break;
            case FrameKind.OpenArgument:
                Open(frame, token => _arguments[frame.Target](token));
                break;
            case FrameKind.Next:
                var stream = _scopes[frame.Target];
                if (frame.IsCanceled)
                    stream.Cancel();
                Answer(frame, stream, stream.NextAsync);
                break;
            case FrameKind.Close:
                _scopes.TryRemove(frame.Target, out var closed);
                Answer(frame, closed!, closed!.CloseAsync);
                break;
            case FrameKind.Cancel:
                _scopes.GetValueOrDefault(frame.Id)?.Cancel();
                break;
            default:
                _asked.TryRemove(frame.Id, out var answer);
                answer!.TrySetResult(frame);
                break;
        }
    }

    private ServiceDispatcher Services => _services ?? throw new InvalidOperationException("No service runs at this end.");

    private ServedScope Open(Frame frame, Func<CancellationToken, IServedStream>? start = null) =>
        _scopes[frame.Id] = new(frame.IsCanceled, start);

    private async Task<byte[]> CallAsync(Frame frame, ServedScope scope)
    {
        try
        {
            return await Services.CallAsync(this, frame.Body, scope.Token);
        }
        finally
        {
            _scopes.TryRemove(frame.Id, out _);
        }
    }

    private void Answer(Frame request, ServedScope scope, Func<Task<byte[]>> handle) => Task.Run(async () =>
    {
        Frame answer;
        try
        {
            answer = new(FrameKind.Answer, request.Id, Body: await handle());
        }
        catch (Exception exception)
        {
            answer = new(FrameKind.Failure, request.Id, Body: Serializer.Serialize(RemoteFailure.Of(exception, scope.Token)));
        }

        _outgoing.TryWrite(answer.ToBytes());
    });
}
