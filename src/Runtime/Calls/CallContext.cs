using Pipeline.Calls;

namespace Pipeline;

/// <summary>
/// The call that is running here: its way through the services and the time it has left. It flows with the execution context,
/// through every hop that a limit, a deadline or a transport wraps. Thread-safe.
/// </summary>
/// <remarks>A service that nothing wraps is called bare and leaves no trace here: it sees its caller's context.</remarks>
public sealed class CallContext
{
    private static readonly AsyncLocal<CallContext?> Local = new();
    private static readonly CallContext Outside = new();

    private readonly CallContext? _parent;
    private readonly TimeProvider _time;
    private readonly long _start;

    private CallContext()
    {
        Service = Api = Path = "";
        _time = TimeProvider.System;
    }

    private CallContext(CallContext parent, string service, string api, TimeProvider time)
    {
        Service = service;
        Api = api;
        Path = parent.Path is [] ? service : $"{parent.Path} → {service}";
        Deadline = parent.Deadline;
        _parent = parent;
        _time = time;
        _start = time.GetTimestamp();
    }

    private CallContext(CallContext first, int attempt)
    {
        Service = first.Service;
        Api = first.Api;
        Path = first.Path;
        Deadline = first.Deadline;
        Ledger = first.Ledger;
        Attempt = attempt;
        _parent = first._parent;
        _time = first._time;
        _start = first._start;
    }

    /// <summary>The call running here; outside of any, one without a service or a deadline. Never null.</summary>
    public static CallContext Current => Local.Value ?? Outside;

    /// <summary>The name of the service called; empty outside of any call.</summary>
    public string Service { get; }

    /// <summary>The name of the API called; empty outside of any call.</summary>
    public string Api { get; }

    /// <summary>The services from the first to this one: <c>A → B → C</c>.</summary>
    public string Path { get; }

    /// <summary>Which attempt this is: 1, and one more with each retry.</summary>
    public int Attempt { get; } = 1;

    /// <summary>The time left until the deadline, zero once it has passed; null if there is none.</summary>
    public TimeSpan? Remaining => Deadline?.Remaining;

    /// <summary>The time since the call began, earlier attempts included.</summary>
    public TimeSpan Elapsed => this == Outside ? TimeSpan.Zero : _time.GetElapsedTime(_start);

    /// <summary>When the time is up, or null; a call within has this one or an earlier one.</summary>
    internal Deadline? Deadline { get; set; }

    /// <summary>Where the call's time goes; kept only while there is a deadline to explain.</summary>
    internal TimeLedger? Ledger { get; set; }

    /// <summary>A call made from here.</summary>
    internal CallContext Call(string service, string api, TimeProvider time) => new(this, service, api, time);

    /// <summary>The same call in another attempt.</summary>
    internal CallContext Again(int attempt) => new(this, attempt);

    /// <summary>Makes this the current one, until the async method that says so ends or another is.</summary>
    internal void Enter() => Local.Value = this == Outside ? null : this;

    /// <summary>Writes the time the call took into its caller's ledger.</summary>
    internal void BeginInLedger() => _parent?.Ledger?.Begin(this);

    /// <inheritdoc cref="BeginInLedger"/>
    internal void EndInLedger() => _parent?.Ledger?.End(this);
}
