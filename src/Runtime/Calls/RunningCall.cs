using Microsoft.Extensions.Logging;
using Pipeline.CompilerServices;

namespace Pipeline.Calls;

/// <summary>One call, with all its attempts: its context, its token, and what its failures turn into.</summary>
internal sealed class RunningCall : IDisposable
{
    private readonly ILogger _logger;
    private readonly CancellationToken _callersToken;
    private readonly Deadline? _ownDeadline;
    private readonly CancellationTokenSource? _linked;
    private readonly CallContext _first;
    private int _attempts;
    private bool _mayRunOn;

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
        _first = CallContext.Current.Call(service, api, time);
        _ownDeadline = Deadline.Shrink(_first, budget, time, logger);
        _first.Deadline = _ownDeadline ?? _first.Deadline;
        Token = cancellationToken;
        if (_first.Deadline is { } deadline)
        {
            // A token handed on from the caller's own call knows of the caller's deadline already.
            var knows = _ownDeadline is null && cancellationToken == _first.Parent.Token;
            _linked = cancellationToken.CanBeCanceled && !knows
                ? CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token)
                : null;
            Token = _linked?.Token ?? (knows ? cancellationToken : deadline.Token);
        }

        _first.Token = Token;

        Context = _first;
        Context.BeginInLedger();
        Context.Enter();
    }

    /// <summary>The call, in its newest attempt.</summary>
    public CallContext Context { get; private set; }

    /// <summary>Canceled by the caller, or when the time is up.</summary>
    public CancellationToken Token { get; }

    /// <summary>Whether the time is up.</summary>
    public bool IsLate => _first.Deadline is { HasExpired: true };

    public void ThrowIfLate()
    {
        if (IsLate)
            throw _first.Deadline!.CreateException(null);
    }

    /// <summary>The answer, or one that gives it up when the time is up: nobody waits for a service to notice.</summary>
    public Task<TResult> UntilLate<TResult>(Task<TResult> answer) =>
        _first.Deadline is { } deadline && !answer.IsCompleted ? UntilAsync(answer, deadline.Token) : answer;

    /// <summary>Goes on in an attempt of its own; those of a hedged call overlap.</summary>
    public CallContext BeginAttempt()
    {
        var attempt = Interlocked.Increment(ref _attempts);
        _mayRunOn |= attempt > 1;
        Context = attempt == 1 ? _first : _first.Again(_first.Attempt + attempt - 1);
        Context.Enter();
        return Context;
    }

    /// <summary>Notes where an attempt failed, and writes it to the log; once for each exception.</summary>
    public void Note(Exception exception, CallContext attempt)
    {
        if (CallFailure.TryAttach(exception, attempt) && exception is not OperationCanceledException)
            CallLog.Failed(_logger, exception, attempt.Path, attempt.Api, attempt.Attempt, attempt.Elapsed.TotalMilliseconds);
    }

    /// <summary>Writes to the log that there will be another attempt.</summary>
    public void NoteRetry(TimeSpan delay) =>
        CallLog.TryingAgain(_logger, Context.Path, Context.Api, delay.TotalMilliseconds);

    /// <summary>What the caller is to see instead of the exception; null for the exception itself, which now says where it happened.</summary>
    public Exception? Replace(Exception exception)
    {
        var replaced = exception is OperationCanceledException canceled ? Replace(canceled) : null;
        Note(replaced ?? exception, Context);
        return replaced;
    }

    public void Dispose()
    {
        _first.EndInLedger();

        // The deadline is the work's, not the caller's patience's: what runs on below has it still, and there it ends by itself.
        if (!_mayRunOn)
            _ownDeadline?.Dispose();

        // A body that was given up may hold a token that the deadline's cancellation has not come to yet.
        if (_linked is null)
            return;
        if (IsLate)
            Deadline.Cancel(_linked, _first, _logger);
        _linked.Dispose();
    }

    // A failure of what was given up is nobody's any more.
    private static async Task<TResult> UntilAsync<TResult>(Task<TResult> answer, CancellationToken late)
    {
        try
        {
            return await answer.WaitAsync(late).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested)
        {
            ProxyCall.Observe(answer);

            // The caller's code must not run inside the cancellation: it may wait for calls that this has not come to yet.
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            throw;
        }
    }

    private Exception? Replace(OperationCanceledException canceled)
    {
        _mayRunOn = true;
        if (_callersToken.IsCancellationRequested)
        {
            return canceled.CancellationToken == _callersToken
                ? null
                : new OperationCanceledException(canceled.Message, canceled, _callersToken);
        }

        return IsLate ? _first.Deadline!.CreateException(canceled) : null;
    }
}
