using System.Diagnostics;
using Pipeline.Calls;
using Pipeline.Transports;

namespace Pipeline;

/// <summary>
/// The call that is running here: its way through the services and the time it has left. It flows with the execution context,
/// through every call that a limit, a deadline or a transport wraps. Thread-safe.
/// </summary>
/// <remarks>
/// A service that nothing wraps is called bare and leaves no trace here: it sees its caller's context. What a call has started and not
/// awaited keeps its context, which forgets the callers, the deadline and the token once the call has ended.
/// </remarks>
public sealed partial class CallContext
{
    private static readonly AsyncLocal<CallContext?> Local = new();
    private static readonly CallContext Outside = new();

    private readonly CallContext? _first;
    private readonly CalledApi _called;
    private readonly long _start;
    private CallContext? _parent;
    private string? _path;
    private string? _id;
    private int _depth;

    private CallContext()
    {
        _called = CalledApi.None;
        Attempt = 1;
    }

    /// <summary>A call of another process.</summary>
    internal CallContext(CallOrigin origin, TimeProvider time)
    {
        _called = new IncomingApi(origin.Service, origin.Api, time);
        Attempt = origin.Attempt;
        _path = origin.Path;
        _id = origin.Id is "" ? null : origin.Id;
        _start = time.GetTimestamp();
        _depth = 1;
    }

    private CallContext(CallContext parent, CalledApi called)
    {
        _called = called;
        Attempt = 1;
        Deadline = parent.LastingDeadline;
        Entry = parent.Entry;
        _parent = parent;
        _start = called.Time.GetTimestamp();
        _depth = parent._depth + 1;
        if (_depth > MaxDepth)
            RecountDepth();

        // What comes in names the service called; here is where it is called.
        if (parent._called is IncomingApi && parent.Service == called.Service)
        {
            Attempt = parent.Attempt;
            _path = parent.Path;
            _id = parent._id;
        }
    }

    private CallContext(CallContext first, int attempt)
    {
        _called = first._called;
        Attempt = attempt;
        Deadline = first.Deadline;
        Entry = first.Entry;
        HeldUp = first.HeldUp;
        _first = first;
        _parent = first._parent;
        _start = first._start;
        _depth = first._depth;
    }

    /// <summary>The call running here; outside of any, one without a service or a deadline. Never null.</summary>
    public static CallContext Current => Local.Value ?? Outside;

    /// <summary>The name of the service called; empty outside of any call.</summary>
    public string Service => _called.Service;

    /// <summary>The name of the API called; empty outside of any call.</summary>
    public string Api => _called.Api;

    /// <summary>The services from the first to this one, as far as they still run: <c>A → B → C</c>.</summary>
    public string Path => _path ??= WritePath();

    /// <summary>Which attempt this is: 1, and one more with each retry.</summary>
    public int Attempt { get; }

    /// <summary>
    /// Names the call, and each of its attempts alike, on both sides of a transport: a key by which a service that must not do a thing
    /// twice knows that it has done it.
    /// </summary>
    public string Id => _first is not null ? _first.Id : _id ?? CreateId();

    /// <summary>The time left until the deadline, zero once it has passed; null if there is none.</summary>
    public TimeSpan? Remaining => LastingDeadline?.Remaining;

    /// <summary>The time since the call began, earlier attempts included.</summary>
    public TimeSpan Elapsed => this == Outside ? TimeSpan.Zero : _called.Time.GetElapsedTime(_start);

    /// <summary>When the call times out, or null; a call within has this one or an earlier one.</summary>
    internal Deadline? Deadline { get; set; }

    /// <summary>The calls from outside that this one is, or is part of; null where none are counted.</summary>
    internal OutsideCalls? Entry { get; set; }

    /// <summary>The call of another process that this one is here; null for a call that was made here.</summary>
    internal CallContext? ServedBy =>
        _parent is { _called: IncomingApi } incoming && incoming.Service == Service && incoming.Api == Api ? incoming : null;

    /// <summary>The span of a call of another process; null where nobody wants it.</summary>
    internal Activity? Span
    {
        get => (_called as IncomingApi)?.Span;
        set
        {
            if (_called is IncomingApi incoming)
                incoming.Span = value;
        }
    }

    /// <summary>The token given to the service: canceled by the deadline too.</summary>
    internal CancellationToken Token { get; set; }

    /// <summary>The call this one was made from; null once this one has ended.</summary>
    internal CallContext? Caller => _parent;

    /// <summary>A call made from here.</summary>
    /// <exception cref="CallDepthException">Too many calls are nested.</exception>
    internal CallContext Call(CalledApi called) => new(this, called);

    /// <summary>The same call in another attempt.</summary>
    internal CallContext Again(int attempt) => new(this, attempt);

    /// <summary>Makes this the current one, until the async method that says so ends or another is.</summary>
    internal void Enter() => Local.Value = this == Outside ? null : this;

    /// <summary>Forgets all that the call was made from: what it started and left running may keep this for ever.</summary>
    internal void End()
    {
        _parent = null;
        HeldUp = null;
        Deadline = null;
        Entry = null;
        Token = default;
        _ledger = null;
    }

    private string CreateId()
    {
        if (this == Outside)
            return "";

        string id = Guid.CreateVersion7().ToString("N");
        return Interlocked.CompareExchange(ref _id, id, null) ?? id;
    }

    private Deadline? LastingDeadline => Deadline is { HasEnded: false } deadline ? deadline : null;
}
