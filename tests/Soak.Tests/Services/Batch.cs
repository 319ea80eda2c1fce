using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Makes the same call for several items.</summary>
[Service]
public partial class Batch(Store.Proxy store, Flaky.Proxy flaky, Book book)
{
    private const int Items = 6;

    [Api(Effect = Effect.Reads)]
    public async Task<long> ReadAllAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Batch), ticket);
        var results = await Gather.Each(
            Enumerable.Range(1, Items),
            (item, token) => item % 2 == 0 ? store.ToAsync.Read(ticket.Step(item), token) : flaky.ToAsync.Retry(ticket.Step(item), token),
            maxConcurrency: 3,
            cancellationToken: cancellationToken);
        return results.Aggregate(0L, static (sum, result) => unchecked(sum + result));
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Sum(Enumerable.Range(1, Items).Select(
        item => item % 2 == 0 ? Store.Expect(ticket.Step(item)) : Flaky.ExpectOfRetry(ticket.Step(item))));
}
