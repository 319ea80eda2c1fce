using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Needs all of several calls.</summary>
[Service]
public partial class Blend(Store.Proxy store, Narrow.Proxy narrow, Cpu.Proxy cpu, Book book)
{
    [Api(Effect = Effect.Reads)]
    public async Task<long> MixAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Blend), ticket);
        var (read, fetched, computed) = await Gather.All(
            store.ToAsync.Read(ticket.Step(1), cancellationToken),
            narrow.ToAsync.Fetch(ticket.Step(2), cancellationToken),
            cpu.ToAsync.Compute(ticket.Step(3), cancellationToken));
        return read + fetched + computed;
    }

    /// <summary>The same, except that the first failure stops the rest.</summary>
    [Api(Effect = Effect.Reads)]
    public async Task<long> MixStrictlyAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Blend), ticket);
        var (read, fetched, computed) = await Gather.FailFast(
            token => store.ToAsync.Read(ticket.Step(1), token),
            token => narrow.ToAsync.Fetch(ticket.Step(2), token),
            token => cpu.ToAsync.Compute(ticket.Step(3), token),
            cancellationToken);
        return read + fetched + computed;
    }

    public static Expectation Expect(Ticket ticket) =>
        Expectation.Sum(Store.Expect(ticket.Step(1)), Narrow.Expect(ticket.Step(2)), Cpu.Expect(ticket.Step(3)));
}
