using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Serves one call at a time; the others wait.</summary>
[Service(Concurrency = 1, QueueLimit = 200)]
public partial class Turnstile(Book book)
{
    [Api(Effect = Effect.Reads)]
    public long Step(Ticket ticket)
    {
        using var call = book.Begin(nameof(Turnstile), ticket);
        return Work.Do(nameof(Turnstile), ticket);
    }

    [Api(Effect = Effect.Reads)]
    public Task HoldAsync() => book.HoldAsync();

    public static Expectation Expect(Ticket ticket) => Expectation.Work(nameof(Turnstile), ticket);
}
