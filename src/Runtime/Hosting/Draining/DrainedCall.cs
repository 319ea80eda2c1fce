namespace Pipeline.Hosting;

/// <summary>A call that has come in through the gate, until it ends.</summary>
internal sealed class DrainedCall : IDisposable
{
    private readonly DrainGate _gate;
    private readonly ServiceDefinition _service;
    private readonly CancellationToken _callersToken;
    private readonly CancellationTokenSource? _linked;

    /// <exception cref="ServiceUnavailableException">The pipeline is shutting down.</exception>
    public DrainedCall(DrainGate gate, ServiceDefinition service, CancellationToken callersToken)
    {
        gate.Enter(service);
        _gate = gate;
        _service = service;
        _callersToken = callersToken;
        _linked = callersToken.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(callersToken, gate.Token) : null;
        Token = _linked?.Token ?? gate.Token;
    }

    /// <summary>Canceled by the caller, or when the pipeline has waited long enough.</summary>
    public CancellationToken Token { get; }

    public TResult Run<TState, TResult>(TState state, Func<TState, CancellationToken, TResult> body)
    {
        var wasInside = _gate.IsInside;
        _gate.IsInside = true;
        try
        {
            return body(state, Token);
        }
        catch (OperationCanceledException canceled) when (Replace(canceled) is { } other)
        {
            throw other;
        }
        finally
        {
            _gate.IsInside = wasInside;
        }
    }

    public async Task<TResult> RunAsync<TState, TResult>(TState state, Func<TState, CancellationToken, Task<TResult>> body)
    {
        _gate.IsInside = true;
        try
        {
            return await body(state, Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (Replace(canceled) is { } other)
        {
            throw other;
        }
    }

    public void Dispose()
    {
        _linked?.Dispose();
        _gate.Leave(_service);
    }

    private Exception? Replace(OperationCanceledException canceled)
    {
        if (_callersToken.IsCancellationRequested)
        {
            return canceled.CancellationToken == Token && Token != _callersToken
                ? new OperationCanceledException(canceled.Message, canceled, _callersToken)
                : null;
        }

        return _gate.Token.IsCancellationRequested
            ? new ServiceUnavailableException(_service.Name, $"{_service} was shut down before the call had ended.", innerException: canceled)
            : null;
    }
}
