using Pipeline.Soak.Expecting;

namespace Pipeline.Soak.Services;

/// <summary>Computes, in the slots that every sync API has on the pool.</summary>
[Service]
public partial class Cpu(Book book)
{
    [Api(Effect = Effect.Reads)]
    public long Compute(Ticket ticket)
    {
        using var call = book.Begin(nameof(Cpu), ticket);
        return Work.Do(nameof(Cpu), ticket);
    }

    public static Expectation Expect(Ticket ticket) => Expectation.Work(nameof(Cpu), ticket);
}
