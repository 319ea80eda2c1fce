using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Fails at first and then no more; its calls are tried again, or hedged, by configuration.</summary>
[Service]
public partial class Flaky(Book book)
{
    /// <summary>How many more attempts configuration must allow.</summary>
    public const int Retries = 2;

    [Api(Effect = Effect.Reads, Idempotent = true)]
    public async Task<long> RetryAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var attempt = CallContext.Current.Attempt;
        using var call = book.Begin(nameof(Flaky), ticket, attempt);
        await Work.WaitAsync(nameof(Flaky), ticket, cancellationToken);
        return attempt <= Failing(ticket)
            ? throw new SoakException(nameof(Flaky), ticket)
            : Work.Value(nameof(Flaky), ticket);
    }

    [Api(Effect = Effect.Reads, Idempotent = true)]
    public async Task<long> HedgeAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        using var call = book.Begin(nameof(Flaky), ticket, CallContext.Current.Attempt);
        if (CallContext.Current.Attempt == 1)
            await Task.Delay(8, cancellationToken);
        return await Work.DoAsync(nameof(Flaky), ticket, cancellationToken);
    }

    public static Expectation ExpectOfRetry(Ticket ticket) => Failing(ticket) switch
    {
        0 => Expectation.Value(Work.Value(nameof(Flaky), ticket)),
        <= Retries => Expectation.Value(Work.Value(nameof(Flaky), ticket)).After(nameof(Flaky), ticket),
        _ => Expectation.Failure(nameof(Flaky), ticket),
    };

    public static Expectation ExpectOfHedge(Ticket ticket) => Expectation.Work(nameof(Flaky), ticket);

    /// <summary>How many attempts fail.</summary>
    private static int Failing(Ticket ticket) =>
        ticket.Happens("fails at first", 300) ? 1 + (int)(ticket.Hash("how often") % (Retries + 1)) : 0;
}
