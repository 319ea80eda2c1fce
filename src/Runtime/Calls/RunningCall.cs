using Microsoft.Extensions.Logging;

namespace Pipeline.Calls;

/// <summary>One call through a channel of this process: its context, its token, and what its failures turn into.</summary>
internal sealed class RunningCall : IDisposable
{
    private readonly ILogger _logger;
    private readonly CancellationToken _callersToken;
    private readonly Deadline? _ownDeadline;
    private readonly CancellationTokenSource? _linked;

    /// <summary>Begins a call from the current one.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="api">The API's name.</param>
    /// <param name="budget">The time it may take, or null.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Where failures are written.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public RunningCall(
        string service, string api, TimeSpan? budget, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _logger = logger;
        _callersToken = cancellationToken;
        Context = CallContext.Current.Call(service, api, time);
        _ownDeadline = Deadline.Shrink(Context, budget, time);
        Context.Deadline = _ownDeadline ?? Context.Deadline;
        if (Context.Deadline is { } deadline)
        {
            Context.Ledger = new TimeLedger(time);
            _linked = cancellationToken.CanBeCanceled
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token)
                : null;
        }

        Context.BeginInLedger();
        Context.Enter();
    }

    public CallContext Context { get; }

    /// <summary>Canceled by the caller, or when the time is up.</summary>
    public CancellationToken Token => _linked?.Token ?? Context.Deadline?.Token ?? _callersToken;

    /// <summary>Canceled when the call is to be given up, though the service goes on.</summary>
    /// <param name="takesToken">Whether the service can be told to stop: then a canceled call waits until it has.</param>
    public CancellationToken GivesUp(bool takesToken) => takesToken ? Context.Deadline?.Token ?? default : Token;

    public void ThrowIfOver()
    {
        if (Context.Deadline is { HasExpired: true } deadline)
            throw deadline.CreateException(null);
        Token.ThrowIfCancellationRequested();
    }

    /// <summary>What the caller is to see instead of the exception; null for the exception itself, which now says where it happened.</summary>
    public Exception? Replace(Exception exception)
    {
        var replaced = exception is OperationCanceledException canceled ? Replace(canceled) : null;
        if (CallFailure.TryAttach(replaced ?? exception, Context) && (replaced ?? exception) is not OperationCanceledException)
            CallLog.Failed(_logger, replaced ?? exception, Context.Path, Context.Api, Context.Attempt, Context.Elapsed.TotalMilliseconds);
        return replaced;
    }

    public void Dispose()
    {
        Context.EndInLedger();
        _linked?.Dispose();
        _ownDeadline?.Dispose();
    }

    private Exception? Replace(OperationCanceledException canceled)
    {
        if (_callersToken.IsCancellationRequested)
            return canceled.CancellationToken == _callersToken ? null : new OperationCanceledException(canceled.Message, canceled, _callersToken);

        return Context.Deadline is { HasExpired: true } deadline ? deadline.CreateException(canceled) : null;
    }
}
