using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>What everything hangs on: diamonds below it, a deadline above them.</summary>
[Service]
public partial class Front(
    Blend.Proxy blend,
    Survey.Proxy survey,
    Batch.Proxy batch,
    Chain.Proxy chain,
    Reader.Proxy reader,
    Flaky.Proxy flaky,
    Fragile.Proxy fragile,
    Book book)
{
    [Api(Effect = Effect.Reads, Timeout = "60ms")]
    public async Task<long> ServeAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Front), ticket);
        var (mixed, asked, climbed) = await Gather.All(
            blend.ToAsync.Mix(ticket.Step(1), cancellationToken),
            survey.ToAsync.AskAll(ticket.Step(2), cancellationToken),
            chain.ToAsync.Climb(ticket.Step(3), cancellationToken));
        return mixed + asked + climbed + await flaky.ToAsync.Hedge(ticket.Step(4), cancellationToken);
    }

    /// <summary>Takes no token and passes none on: only the deadline can stop what is below.</summary>
    [Api(Effect = Effect.Reads, Timeout = "40ms")]
    public async Task<long> ServeBlindlyAsync(Ticket ticket)
    {
        using var call = book.Begin(nameof(Front), ticket);
        var (read, all) = await Gather.All(reader.ToAsync.Read(ticket.Step(1)), batch.ToAsync.ReadAll(ticket.Step(2)));
        return read + all;
    }

    /// <summary>Asks those that fail more often than others, and does without them where it has to.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<long> ServeAnywayAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Front), ticket);
        var (retried, tried) = await Gather.Settle(
            flaky.ToAsync.Retry(ticket.Step(1), cancellationToken),
            fragile.ToAsync.Try(ticket.Step(2), cancellationToken));
        return retried.ValueOr(1) + tried.ValueOr(2);
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Sum(
        Blend.Expect(ticket.Step(1)),
        Survey.ExpectOfAll(ticket.Step(2)),
        Chain.Expect(ticket.Step(3)),
        Flaky.ExpectOfHedge(ticket.Step(4)));

    public static Expectation ExpectBlindly(Ticket ticket) =>
        Expectation.Sum(Reader.Expect(ticket.Step(1)), Batch.Expect(ticket.Step(2)));

    public static Expectation ExpectAnyway(Ticket ticket) =>
        Expectation.Sum(Flaky.ExpectOfRetry(ticket.Step(1)).Or(1), Fragile.Expect(ticket.Step(2)).Or(2));
}
