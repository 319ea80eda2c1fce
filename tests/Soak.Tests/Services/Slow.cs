using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Often takes longer than it may, and takes no token: its calls are given up while they run.</summary>
[Service(Timeout = "15ms")]
public partial class Slow(Book book)
{
    [Api(Effect = Effect.Reads)]
    public async Task<long> CrawlAsync(Ticket ticket)
    {
        using var call = book.Begin(nameof(Slow), ticket);
        if (ticket.Happens("is too late", 60))
            await Task.Delay(40);
        return await Work.DoAsync(nameof(Slow), ticket, CancellationToken.None);
    }

    [Api(Effect = Effect.Reads)]
    public long Grind(Ticket ticket)
    {
        using var call = book.Begin(nameof(Slow), ticket);
        if (ticket.Happens("is too late", 30))
            Thread.Sleep(25);
        return Work.Do(nameof(Slow), ticket);
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Work(nameof(Slow), ticket);
}
