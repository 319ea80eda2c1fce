using Pipeline.Calls;

namespace Pipeline;

public sealed partial class CallContext
{
    private TimeLedger? _ledger;

    /// <summary>Where the call's time goes; kept only where there is a deadline to explain, from the first call it makes.</summary>
    internal TimeLedger? Ledger => Volatile.Read(ref (_first ?? this)._ledger);

    /// <summary>The ledger that this call is written into, and its neighbours there; guarded by that ledger's lock.</summary>
    internal TimeLedger? EntryOf { get; set; }

    /// <inheritdoc cref="EntryOf"/>
    internal CallContext? NextEntry { get; set; }

    /// <inheritdoc cref="EntryOf"/>
    internal CallContext? PreviousEntry { get; set; }

    /// <summary>Writes the time the call takes into its caller's ledger.</summary>
    internal void BeginInLedger() => _parent?.OwnLedger()?.Begin(this);

    /// <inheritdoc cref="BeginInLedger"/>
    internal void EndInLedger() => EntryOf?.End(this);

    private TimeLedger? OwnLedger()
    {
        if (Deadline is null)
            return null;

        var owner = _first ?? this;
        return owner._ledger ?? Interlocked.CompareExchange(ref owner._ledger, new TimeLedger(_time), null) ?? owner._ledger;
    }
}
