using System.ComponentModel;
using Microsoft.Extensions.Logging;
using Pipeline.Calls;

namespace Pipeline.Transports;

/// <summary>A call of another process, from its beginning to its disposal.</summary>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed class IncomingCall : IDisposable
{
    private readonly CallContext _outer = CallContext.Current;
    private readonly CallContext _context;
    private readonly Deadline? _deadline;
    private readonly ServiceToken? _token;
    private readonly CancellationTokenRegistration _callersCancellation;
    private IncomingObservation? _observation;

    internal IncomingCall(
        CallOrigin origin, ApiTelemetry? api, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _context = new(origin, time);
        if (api is not null)
        {
            ListenerFault.Ignore(
                this, call => call._observation = new(api, time, origin.TraceParent, origin.TraceState, origin.Baggage));
            _context.Span = _observation?.Span;
        }

        Token = cancellationToken;
        if (origin.Remaining is { } remaining)
        {
            _context.Deadline = _deadline = new(_context, remaining, time);
            _token = new(_context, logger);
            _callersCancellation = cancellationToken.UnsafeRegister(static token => ((ServiceToken)token!).Cancel(), _token);
            _deadline.Add(_token);
            Token = _token.Token;
        }

        _context.Token = Token;
        _context.Enter();
    }

    /// <summary>Canceled with the caller's, and when the caller's deadline expires.</summary>
    public CancellationToken Token { get; }

    /// <summary>Notes what the call failed with, for those who listen. To be said before the call is disposed of.</summary>
    /// <param name="failure">The failure.</param>
    public void Fail(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _observation?.Fail(failure);
    }

    /// <summary>Ends the call.</summary>
    public void Dispose()
    {
        if (CallContext.Current == _context)
            _outer.Enter();

        if (Interlocked.Exchange(ref _observation, null) is { } observation)
            ListenerFault.Ignore(observation, static observation => observation.End());
        _context.Span = null;
        _callersCancellation.Unregister();
        if (_deadline is null)
            return;

        // What was given up may run on, with a token that its cancellation may not have come to yet.
        if (_deadline.HasExpired)
            _token!.Cancel();
        _deadline.Remove(_token!);
        _deadline.Retire();
    }

#pragma warning disable CA1001 // The service may ask for its token after the call; the source has no timer.
    private sealed class ServiceToken(CallContext context, ILogger logger) : EndableCall
#pragma warning restore CA1001
    {
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        public override void End(CallEnding ending) => Cancel();

        // What the service has registered may block or throw: nobody waits for it.
        public void Cancel()
        {
            if (_source.IsCancellationRequested)
                return;

            var (path, api) = (context.Path, context.Api);
            _source.CancelAsync().ContinueWith(
                (canceled, logger) => CallLog.CancellationFailed((ILogger)logger!, canceled.Exception!, path, api),
                logger,
                CancellationToken.None,
                TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
