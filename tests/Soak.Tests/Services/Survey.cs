using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Makes do with what it gets.</summary>
[Service]
public partial class Survey(Narrow.Proxy narrow, Slow.Proxy slow, [Depends(Timeout = "12ms")] Store.Proxy store, Book book)
{
    [Api(Effect = Effect.Reads)]
    public async Task<long> AskAllAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Survey), ticket);
        var (fetched, crawled, read) = await Gather.Settle(
            narrow.ToAsync.Fetch(ticket.Step(1), cancellationToken),
            slow.ToAsync.Crawl(ticket.Step(2), cancellationToken),
            store.ToAsync.Read(ticket.Step(3), cancellationToken));
        return fetched.ValueOr(1) + crawled.ValueOr(2) + read.ValueOr(3);
    }

    [Api(Effect = Effect.Reads)]
    public async Task<long> AskFirstAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Survey), ticket);
        return await Gather.First(
            [token => narrow.ToAsync.Fetch(ticket.Step(1), token), token => slow.ToAsync.Crawl(ticket.Step(2), token)],
            cancellationToken);
    }

    [Api(Effect = Effect.Reads)]
    public async Task<long> AskTwoAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Survey), ticket);
        var first = await Gather.Quorum(
            2,
            [
                token => narrow.ToAsync.Fetch(ticket.Step(1), token),
                token => slow.ToAsync.Crawl(ticket.Step(2), token),
                token => store.ToAsync.Read(ticket.Step(3), token),
            ],
            cancellationToken);
        return first[0] + first[1];
    }

    public static Expectation ExpectOfAll(Ticket ticket) =>
        Expectation.Sum(Narrow.Expect(ticket.Step(1)).Or(1), Slow.Expect(ticket.Step(2)).Or(2), Store.Expect(ticket.Step(3)).Or(3));

    public static Expectation ExpectOfFirst(Ticket ticket) =>
        Expectation.First(Narrow.Expect(ticket.Step(1)), Slow.Expect(ticket.Step(2)));

    public static Expectation ExpectOfTwo(Ticket ticket) =>
        Expectation.TwoOf(Narrow.Expect(ticket.Step(1)), Slow.Expect(ticket.Step(2)), Store.Expect(ticket.Step(3)));
}
