using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Waits, without a limit or a deadline of its own: it is called bare.</summary>
[Service]
public partial class Store(Book book)
{
    [Api(Effect = Effect.Reads)]
    public async Task<long> ReadAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Store), ticket);
        return await Work.DoAsync(nameof(Store), ticket, cancellationToken);
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Work(nameof(Store), ticket);
}
