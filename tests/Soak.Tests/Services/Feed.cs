using System.Runtime.CompilerServices;
using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Gives streams, two items at a time.</summary>
[Service(Instances = 2, Concurrency = 1, QueueLimit = 200)]
public partial class Feed(Book book)
{
    [Api(Effect = Effect.Reads)]
    public async IAsyncEnumerable<long> ItemsAsync(Ticket ticket, int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Feed), ticket);
        for (var item = 1; item <= count; item++)
            yield return await Work.DoAsync(nameof(Feed), ticket.Step(item), cancellationToken);
    }

    [Api(Effect = Effect.Reads)]
    public IEnumerable<long> Numbers(Ticket ticket, int count)
    {
        using var call = book.Begin(nameof(Feed), ticket);
        for (var item = 1; item <= count; item++)
            yield return Work.Do(nameof(Feed), ticket.Step(item));
    }

    [Api(Effect = Effect.Reads)]
    public Task HoldAsync() => book.HoldAsync();

    public static Expectation Expect(Ticket ticket, int count) =>
        Expectation.Sum(Enumerable.Range(1, count).Select(item => Expectation.Work(nameof(Feed), ticket.Step(item))));
}
