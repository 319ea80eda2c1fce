using Pipeline.Soak.Expecting;
using Pipeline.Soak.Services;

namespace Pipeline.Soak.Load;

/// <summary>A way to call the services from outside.</summary>
/// <param name="Name">The service and the API.</param>
/// <param name="CallAsync">The call.</param>
/// <param name="Expect">What may come out of it.</param>
internal sealed record Route(
    string Name, Func<Ticket, CancellationToken, Task<long>> CallAsync, Func<Ticket, Expectation> Expect)
{
    /// <summary>Whether the time of the call may be up.</summary>
    public bool HasDeadline => IsOf(nameof(Front)) || IsOf(nameof(Slow)) || IsOf(nameof(Survey));

    public bool IsOf(string service) => Name.StartsWith($"{service}.", StringComparison.Ordinal);
}
