using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Calls for each item of a stream, while the stream is open.</summary>
[Service]
public partial class Reader(Feed.Proxy feed, Narrow.Proxy narrow, Book book)
{
    private const int Items = 3;

    [Api(Effect = Effect.Reads)]
    public async Task<long> ReadAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Reader), ticket);
        var (sum, item) = (0L, 0);
        await foreach (var value in feed.ToAsync.Items(ticket.Step(1), Items, cancellationToken))
            sum += value + await narrow.ToAsync.Fetch(ticket.Step(2).Step(++item), cancellationToken);
        return sum;
    }

    /// <summary>Leaves the stream before its end.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<long> ReadFirstAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Reader), ticket);
        await foreach (var value in feed.ToAsync.Numbers(ticket.Step(1), Items, cancellationToken))
            return value;
        return 0;
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Sum(Enumerable.Range(1, Items)
        .Select(item => Narrow.Expect(ticket.Step(2).Step(item)))
        .Append(Feed.Expect(ticket.Step(1), Items)));

    public static Expectation ExpectOfFirst(Ticket ticket) => Feed.Expect(ticket.Step(1), 1);
}
