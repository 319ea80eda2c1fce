namespace Pipeline.Soak.Services;

/// <summary>The work of services that call no other: how long it takes and how it ends follows from the ticket.</summary>
internal static class Work
{
    private const int FailuresPerThousand = 15;

    public static long Value(string service, Ticket ticket) => (long)ticket.Hash($"{service} value");

    public static bool Fails(string service, Ticket ticket) => ticket.Happens($"{service} fails", FailuresPerThousand);

    /// <summary>Works asynchronously: from not at all to some milliseconds.</summary>
    public static async Task<long> DoAsync(string service, Ticket ticket, CancellationToken cancellationToken)
    {
        await WaitAsync(service, ticket, cancellationToken);
        return End(service, ticket);
    }

    /// <summary>Works on this thread.</summary>
    public static long Do(string service, Ticket ticket)
    {
        var patience = ticket.Hash($"{service} spins") % 100;
        if (patience == 0)
            Thread.Sleep(1);
        else
            Thread.SpinWait((int)patience * 20);
        return End(service, ticket);
    }

    public static async Task WaitAsync(string service, Ticket ticket, CancellationToken cancellationToken)
    {
        var patience = ticket.Hash($"{service} waits");
        switch (patience % 4)
        {
            case 0:
                break;
            case 1:
                await Task.Yield();
                break;
            default:
                await Task.Delay((int)(patience / 4 % 6), cancellationToken);
                break;
        }
    }

    /// <summary>The value, unless the ticket says that the work fails.</summary>
    public static long End(string service, Ticket ticket) =>
        Fails(service, ticket) ? throw new SoakException(service, ticket) : Value(service, ticket);
}
