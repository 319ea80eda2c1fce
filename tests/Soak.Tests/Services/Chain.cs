using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>A sync API that calls sync views, limited services below a limited service.</summary>
[Service(Concurrency = 2, QueueLimit = 200)]
public partial class Chain(Turnstile.Proxy turnstile, Cpu.Proxy cpu, Feed.Proxy feed, Book book)
{
    private const int Items = 3;

    [Api(Effect = Effect.Reads)]
    public long Climb(Ticket ticket)
    {
        using var call = book.Begin(nameof(Chain), ticket);
        var sum = turnstile.Step(ticket.Step(1)) + cpu.Compute(ticket.Step(2));
        foreach (var number in feed.Numbers(ticket.Step(3), Items))
            sum += number;
        return sum;
    }

    [Api(Effect = Effect.Reads)]
    public Task HoldAsync() => book.HoldAsync();

    public static Expectation Expect(Ticket ticket) =>
        Expectation.Sum(Turnstile.Expect(ticket.Step(1)), Cpu.Expect(ticket.Step(2)), Feed.Expect(ticket.Step(3), Items));
}
