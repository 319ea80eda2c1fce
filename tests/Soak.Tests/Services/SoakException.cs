namespace Pipeline.Soak.Services;

/// <summary>What services fail with.</summary>
public sealed class SoakException(string service, Ticket ticket) : IOException($"{service} fails for {ticket}.")
{
    public string Service { get; } = service;

    public Ticket Ticket { get; } = ticket;
}
