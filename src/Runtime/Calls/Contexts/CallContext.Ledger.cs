using Pipeline.Calls;

namespace Pipeline;

public sealed partial class CallContext
{
    private TimeLedger? _ledger;

    /// <summary>Where the call's time goes; kept only where there is a deadline to explain, from the first call it makes.</summary>
    internal TimeLedger? Ledger => Volatile.Read(ref (_first ?? this)._ledger);

    /// <summary>Where this call stands in its caller's ledger; null where that keeps none.</summary>
    internal TimeLedger.Entry? LedgerEntry { get; set; }

    /// <summary>Writes the time the call takes into its caller's ledger.</summary>
    internal void BeginInLedger() => _parent?.OwnLedger()?.Begin(this);

    /// <inheritdoc cref="BeginInLedger"/>
    internal void EndInLedger() => LedgerEntry?.End();

    private TimeLedger? OwnLedger()
    {
        if (Deadline is null)
            return null;

        var owner = _first ?? this;
        return owner._ledger ?? Interlocked.CompareExchange(ref owner._ledger, new TimeLedger(_called.Time), null) ?? owner._ledger;
    }
}
