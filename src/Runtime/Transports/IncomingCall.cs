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
    private readonly CancellationToken _callersToken;
    private readonly ILogger _logger;
    private readonly Deadline? _deadline;
    private readonly CancellationTokenSource? _linked;

    internal IncomingCall(CallOrigin origin, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        _context = new(origin, time);
        _callersToken = cancellationToken;
        _logger = logger;
        Token = cancellationToken;
        if (origin.Remaining is { } remaining)
        {
            _context.Deadline = _deadline = new(_context, remaining, time, logger, outer: default);
            _linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _deadline.Token);
            Token = _linked.Token;
        }

        _context.Token = Token;
        _context.Enter();
    }

    /// <summary>Canceled with the caller's, and when the caller's time is up.</summary>
    public CancellationToken Token { get; }

    /// <summary>Ends the call.</summary>
    public void Dispose()
    {
        if (CallContext.Current == _context)
            _outer.Enter();

        if (_deadline is null)
            return;

        // What was given up may run on, and has the deadline still; and a token that its cancellation may not have come to yet.
        if (!_callersToken.IsCancellationRequested)
            _deadline.Dispose();
        if (_callersToken.IsCancellationRequested || _deadline.HasExpired)
            Deadline.Cancel(_linked!, _context, _logger);
        _linked!.Dispose();
    }
}
