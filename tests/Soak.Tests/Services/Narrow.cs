using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Has two instances and a short queue, so that it turns calls away.</summary>
[Service(Instances = 2, Concurrency = 2, QueueLimit = 3)]
public partial class Narrow(Book book)
{
    [Api(Effect = Effect.Reads)]
    public async Task<long> FetchAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Narrow), ticket);
        return await Work.DoAsync(nameof(Narrow), ticket, cancellationToken);
    }

    [Api(Effect = Effect.Reads)]
    public long Peek(Ticket ticket)
    {
        using var call = book.Begin(nameof(Narrow), ticket);
        return Work.Do(nameof(Narrow), ticket);
    }

    [Api(Effect = Effect.Reads)]
    public Task HoldAsync() => book.HoldAsync();

    public static Expectation Expect(Ticket ticket) => Expectation.Work(nameof(Narrow), ticket);
}
