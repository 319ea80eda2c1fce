using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Breaks down for a while now and then, so that its circuit opens.</summary>
[Service]
public partial class Fragile(Book book)
{
    private const int CallsPerBreakdown = 500;

    [Api(Effect = Effect.Reads)]
    public async Task<long> TryAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Fragile), ticket);
        await Work.WaitAsync(nameof(Fragile), ticket, cancellationToken);
        return IsBroken(ticket) ? throw new SoakException(nameof(Fragile), ticket) : Work.Value(nameof(Fragile), ticket);
    }

    public static Expectation Expect(Ticket ticket) => IsBroken(ticket)
        ? Expectation.Failure(nameof(Fragile), ticket)
        : Expectation.Value(Work.Value(nameof(Fragile), ticket));

    private static bool IsBroken(Ticket ticket) => ticket.Call / CallsPerBreakdown % 4 == 3;
}
