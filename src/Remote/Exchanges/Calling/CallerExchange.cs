using Pipeline.Transports;

namespace Pipeline.Remote.Exchanges;

/// <summary>
/// One call, on the caller's side: sends its cancellation, answers for the streams among its arguments, and waits for the service's word,
/// after a cancellation no longer than the grace.
/// </summary>
internal sealed class CallerExchange : IAsyncDisposable
{
    private readonly IFramePipe _pipe;
    private readonly FramePipeSender _sender;
    private readonly OfferedStreams _streams;
    private readonly ServiceDefinition _service;
    private readonly FrameChannelOptions _options;
    private readonly CancellationToken _token;
    private readonly CancellationTokenSource _givenUp;
    private CancellationTokenRegistration _cancellation;

    private CallerExchange(
        ServiceDefinition service, IFramePipe pipe, FrameChannelOptions options, OfferedStreams streams, CancellationToken token)
    {
        _service = service;
        _pipe = pipe;
        _options = options;
        _sender = new(pipe);
        _streams = streams;
        _token = token;
        _givenUp = new(Timeout.InfiniteTimeSpan, options.TimeProvider);
        streams.Sender = _sender;
    }

    /// <summary>Opens the pipe.</summary>
    /// <exception cref="ServiceUnavailableException">It could not be opened, so that the call was never sent.</exception>
    public static async Task<CallerExchange> BeginAsync(
        ServiceDefinition service, Func<CancellationToken, ValueTask<IFramePipe>> connect, FrameChannelOptions options,
        OfferedStreams streams, CancellationToken token)
    {
        try
        {
            // A token that is canceled already is the service's to observe: only waiting for a connection ends here.
            var connecting = connect(token.IsCancellationRequested ? CancellationToken.None : token);
            return new(service, await connecting.ConfigureAwait(false), options, streams, token);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or ServiceUnavailableException))
        {
            throw new ServiceUnavailableException(service.Name, $"{service} cannot be reached: {exception.Message}", null, exception)
            {
                MayHaveRun = false,
            };
        }
    }

    /// <summary>Waits for the one message that answers one.</summary>
    public static async Task<Frame> AnswerAsync(ServiceDefinition service, ValueTask<Frame> asked)
    {
        try
        {
            return await asked.ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not ServiceUnavailableException)
        {
            throw Lost(service, exception);
        }
    }

    /// <summary>Sends the frame that begins the call.</summary>
    public async Task SendAsync(Frame start)
    {
        try
        {
            await _sender.SendAsync(start, _givenUp.Token).ConfigureAwait(false);

            // A cancellation is about a call that the other side knows.
            _cancellation = _token.UnsafeRegister(static exchange => ((CallerExchange)exchange!).Cancel(), this);
        }
        catch (Exception exception) when (exception is not ServiceUnavailableException)
        {
            throw Explain(exception);
        }
    }

    /// <summary>Asks for more items. The service may have ended: what it sent before that is still to be read.</summary>
    public Task AskForAsync(int items) =>
        _sender.TrySendAsync(
            new() { Kind = FrameKind.Next, Number = items, IsCanceled = _token.IsCancellationRequested }, _givenUp.Token);

    /// <summary>The next frame that is about the call itself.</summary>
    public async ValueTask<Frame> ReceiveAsync()
    {
        while (true)
        {
            Frame? frame;
            try
            {
                frame = await _pipe.ReceiveAsync(_givenUp.Token).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not (ServiceUnavailableException or InvalidDataException))
            {
                throw Explain(exception);
            }

            if (frame is not { } received)
                throw Lost(_service, null);
            if (received.Kind is not (FrameKind.ArgumentNext or FrameKind.ArgumentClose or FrameKind.ArgumentCancel))
                return received;
            _streams.Handle(received);
        }
    }

    /// <summary>Ends a stream that is left half-way: waits until the service has cleaned up, but no longer than the grace.</summary>
    public async Task CloseAsync()
    {
        _givenUp.CancelAfter(_options.CancellationGrace);
        await _sender.TrySendAsync(new() { Kind = FrameKind.Close }, _givenUp.Token).ConfigureAwait(false);
        Frame frame;
        try
        {
            do
                frame = await ReceiveAsync().ConfigureAwait(false);
            while (frame.Kind is FrameKind.Item);
        }
        catch (OperationCanceledException) when (_givenUp.IsCancellationRequested)
        {
            return;
        }

        if (frame.Kind is FrameKind.Failure)
            throw FailureMessage.Read(frame, _token);
    }

    public async ValueTask DisposeAsync()
    {
        await _cancellation.DisposeAsync().ConfigureAwait(false);
        _streams.Withdraw();
        await _pipe.DisposeAsync().ConfigureAwait(false);
        _givenUp.Dispose();
    }

    private void Cancel()
    {
        _givenUp.CancelAfter(_options.CancellationGrace);
        _ = _sender.TrySendAsync(new() { Kind = FrameKind.Cancel }, _givenUp.Token);
    }

    private Exception Explain(Exception exception) => exception is OperationCanceledException && _givenUp.IsCancellationRequested
        ? new OperationCanceledException(
            $"The call of {_service} was canceled, and the service has not said in "
            + $"{_options.CancellationGrace.TotalSeconds:0.###} s what came of it.",
            exception,
            _token)
        : Lost(_service, exception);

    private static ServiceUnavailableException Lost(ServiceDefinition service, Exception? exception) => new(
        service.Name, $"The connection to {service} was lost before it answered: the call may have run.", null, exception);
}
