using Corpus.Library;

namespace Corpus;

/// <summary>Values and services that only metadata tells of.</summary>
public partial class Accounts(Ledger.Proxy ledger, Ledger.Proxy? maybe)
{
    [Overlap("2->1", "the receiver of the second, taken apart, is as much not null as that of the first")]
    public async Task<float> SecondTakenApart(CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        var (low, high) = await ledger.ToAsync.Range(2, ct);
        return rate + low + high;
    }

    [Ordered("SafeArguments", "the receiver of the second, taken apart, may be null")]
    public async Task<float> SecondOfMaybeNullTakenApart(CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        var (low, high) = await maybe!.ToAsync.Range(2, ct);
        return rate + low + high;
    }

    [Overlap("2->1", "both results are records, taken apart as the compiler does it")]
    public async Task<float> RecordsTakenApart(CancellationToken ct)
    {
        var (id, _, rate) = await ledger.ToAsync.Find(1, ct);
        var (_, name, _) = await ledger.ToAsync.Find(2, ct);
        return id + rate + name.Length;
    }

    [Overlap("2->1", "a record struct, taken apart as the compiler does it")]
    public async Task<float> RecordStructTakenApart(CancellationToken ct)
    {
        var (low, high) = await ledger.ToAsync.FindSpan(1, ct);
        return low + high + await ledger.ToAsync.Rate(2, ct);
    }

    [Ordered("HarmlessBetween", "the record's author wrote the deconstruction")]
    public async Task<float> DeconstructionOfItsOwn(CancellationToken ct)
    {
        var (id, _) = await ledger.ToAsync.FindCounted(1, ct);
        return id + await ledger.ToAsync.Rate(2, ct);
    }

    [Ordered("HarmlessBetween", "the deconstruction reads a property of its base, whose author wrote its code")]
    public async Task<float> DeconstructionOfGuardedBase(CancellationToken ct)
    {
        var (id, _) = await ledger.ToAsync.FindDerived(1, ct);
        return id + await ledger.ToAsync.Rate(2, ct);
    }

    [Ordered("HarmlessBetween", "the deconstruction reads a private property")]
    public async Task<float> DeconstructionOfHidden(CancellationToken ct)
    {
        var (id, _) = await ledger.ToAsync.FindHidden(1, ct);
        return id + await ledger.ToAsync.Rate(2, ct);
    }

    [Ordered("HarmlessBetween", "the deconstruction reads a property whose author wrote its code")]
    public async Task<float> DeconstructionOfGuarded(CancellationToken ct)
    {
        var (id, _) = await ledger.ToAsync.FindGuarded(1, ct);
        return id + await ledger.ToAsync.Rate(2, ct);
    }

    [Ordered("SafeArguments", "a sealed record's copy constructor is private: metadata does not show who wrote it")]
    public async Task<float> CopyOfSealed(SealedRow row, CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        return rate + await ledger.ToAsync.RateRow(row with { Id = 2 }, ct);
    }

    [Ordered("SafeArguments", "the record's author wrote its copy constructor")]
    public async Task<float> CopyOfItsOwn(Copied row, CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        return rate + await ledger.ToAsync.RateCopied(row with { Id = 2 }, ct);
    }

    [Ordered("HarmlessBetween", "a record that is not sealed: what is copied may be derived, with a copy constructor of its own")]
    public async Task<object> CopyOfOpen(Row row, CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        var copy = row with { Id = 2 };
        return (copy, rate + await ledger.ToAsync.Rate(2, ct));
    }

    [Overlap("2->1", "setting a new object's storage")]
    public async Task<float> StorageOfNew(string text, CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        return rate + await ledger.ToAsync.RateSheet(new() { Value = 2, Note = text }, ct);
    }

    [Ordered("SafeArguments", "a setter whose author wrote its code, for a new object's member")]
    public async Task<float> SetterOfItsOwn(string text, CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        return rate + await ledger.ToAsync.RateSheet(new() { Loud = text }, ct);
    }

    [Ordered("SafeArguments", "a constructor that only its assembly knows: it may check what it is given")]
    public async Task<float> ConstructorOfMetadata(CancellationToken ct)
    {
        var rate = await ledger.ToAsync.Rate(1, ct);
        return rate + await ledger.ToAsync.RateRow(new SealedRow(2, ""), ct);
    }
}
