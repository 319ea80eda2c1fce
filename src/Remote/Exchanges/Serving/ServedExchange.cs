using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pipeline.Remote.Exchanges;

/// <summary>One call, on the service's side: reads what the caller says while the call runs.</summary>
internal sealed class ServedExchange : IArgumentStreams, IDisposable
{
    // What a caller may ask for ahead; it cannot make the service hold more.
    private const int MostAhead = 1024;

    private readonly IFramePipe _pipe;
    private readonly FramePipeSender _sender;
    private readonly FrameDispatcherOptions _options;
    private readonly CancellationTokenSource _cancellation;
    private readonly CancellationTokenSource _ended = new();
    private readonly Channel<Frame> _steps = Channel.CreateUnbounded<Frame>(new() { SingleReader = true, SingleWriter = true });
    private readonly ConcurrentDictionary<int, TaskCompletionSource<Frame>> _asked = new();
    private Task _reading = Task.CompletedTask;
    private int _credit;
    private int _lastNumber;

    public ServedExchange(IFramePipe pipe, FrameDispatcherOptions options, CancellationToken connectionLost)
    {
        _pipe = pipe;
        _options = options;
        _sender = new(pipe);
        _cancellation = CancellationTokenSource.CreateLinkedTokenSource(connectionLost);
    }

    /// <summary>Canceled with the caller's, and when the caller is gone.</summary>
    public CancellationToken Token => _cancellation.Token;

    /// <summary>Waits for the frame that begins the call, then reads the others; null if the caller is gone before.</summary>
    public async Task<Frame?> BeginAsync()
    {
        try
        {
            if (await _pipe.ReceiveAsync(Token).ConfigureAwait(false) is not { } start)
                return null;

            _credit = Math.Clamp(start.Number, 1, MostAhead);
            if (start.IsCanceled)
                Cancel();
            _reading = ReadAsync();
            return start;
        }
        catch (InvalidDataException exception)
        {
            await TrySendAsync(FailureMessage.Frame(FrameKind.Failure, 0, exception, _options.FailureDetail, Token)).ConfigureAwait(false);
            return null;
        }
        catch (Exception)
        {
            // Transports fail in ways of their own; before a call has begun there is nobody to tell.
            return null;
        }
    }

    public Task SendAsync(Frame frame) => _sender.SendAsync(frame);

    public Task TrySendAsync(Frame frame) => _sender.TrySendAsync(frame);

    /// <summary>After an item: waits until another is asked for; false if none is wanted.</summary>
    public async ValueTask<bool> MayGoOnAsync()
    {
        _credit--;
        do
        {
            while (_steps.Reader.TryRead(out var step))
            {
                if (step.Kind is FrameKind.Close)
                    return false;
                _credit = Math.Min(_credit + Math.Clamp(step.Number, 1, MostAhead), MostAhead);
            }

            if (_credit > 0)
                return true;
        }
        while (await _steps.Reader.WaitToReadAsync().ConfigureAwait(false));
        return false;
    }

    /// <summary>The call has ended: a read left pending would poison the next exchange on some transports.</summary>
    public async Task EndAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await _reading.ConfigureAwait(false);
    }

    public IAsyncEnumerable<T> Open<T>(int number) => ReadArgumentAsync<T>(number);

    public void Dispose()
    {
        _cancellation.Dispose();
        _ended.Dispose();
    }

    // Canceled when this returns; what is registered runs elsewhere.
    private void Cancel() => _ = _cancellation.CancelAsync();

    private async Task ReadAsync()
    {
        bool isLost = true;
        try
        {
            while (await _pipe.ReceiveAsync(_ended.Token).ConfigureAwait(false) is { } frame)
                Receive(frame);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            isLost = false;
        }
        catch (Exception)
        {
            // The caller is gone, or has sent what is no frame: either way nobody is left to answer.
        }

        if (isLost && !_ended.IsCancellationRequested)
            Cancel();
        _steps.Writer.TryComplete();
        foreach (var answer in _asked.Values)
            answer.TrySetException(Gone());
    }

    private void Receive(Frame frame)
    {
        switch (frame.Kind)
        {
            case FrameKind.Cancel:
                Cancel();
                break;
            case FrameKind.Next or FrameKind.Close:
                if (frame.IsCanceled)
                    Cancel();
                _steps.Writer.TryWrite(frame);
                break;
            case FrameKind.ArgumentItem or FrameKind.ArgumentEnd or FrameKind.ArgumentFailure or FrameKind.ArgumentClosed:
                if (_asked.TryRemove(frame.Number, out var answer))
                    answer.TrySetResult(frame);
                break;
            default:
                throw new InvalidDataException($"A caller does not send a frame of kind {frame.Kind} during a call.");
        }
    }

    private async IAsyncEnumerable<T> ReadArgumentAsync<T>(int target,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        int number = Interlocked.Increment(ref _lastNumber);
        try
        {
            await using var cancellation = cancellationToken.UnsafeRegister(
                _ => _ = TrySendAsync(new() { Kind = FrameKind.ArgumentCancel, Number = number, Target = target }), null)
                .ConfigureAwait(false);
            while (await AskAsync(FrameKind.ArgumentNext).ConfigureAwait(false) is { Kind: FrameKind.ArgumentItem } item)
                yield return _options.Codec.Unpack<T>(item.Body);
        }
        finally
        {
            await AskAsync(FrameKind.ArgumentClose).ConfigureAwait(false);
        }

        async Task<Frame> AskAsync(FrameKind kind)
        {
            var answer = new TaskCompletionSource<Frame>(TaskCreationOptions.RunContinuationsAsynchronously);
            _asked[number] = answer;
            if (_ended.IsCancellationRequested || _reading.IsCompleted)
                throw Gone();
            await SendAsync(new() { Kind = kind, Number = number, Target = target, IsCanceled = cancellationToken.IsCancellationRequested })
                .ConfigureAwait(false);
            var frame = await answer.Task.ConfigureAwait(false);
            return frame.Kind is FrameKind.ArgumentFailure ? throw FailureMessage.Read(frame, cancellationToken) : frame;
        }
    }

    private static IOException Gone() => new("The call has ended, or its caller is gone: its stream can no longer be read.");
}
