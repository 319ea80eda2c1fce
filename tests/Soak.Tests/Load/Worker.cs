using Pipeline.Soak.Expecting;
using Pipeline.Soak.Services;

namespace Pipeline.Soak.Load;

/// <summary>Calls, waits for the answer, judges it, and calls again.</summary>
/// <param name="routes">What to call.</param>
/// <param name="tally">Where the ends of calls are counted.</param>
/// <param name="book">Where it is written what must never happen.</param>
/// <param name="nextCall">Gives the next call its number.</param>
/// <param name="isStopping">Whether the services may be shutting down.</param>
/// <param name="seed">What the worker's choices follow from.</param>
internal sealed class Worker(
    IReadOnlyList<Route> routes, Tally tally, Book book, Func<long> nextCall, Func<bool> isStopping, int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>The call that is under way, or null.</summary>
    public string? Current { get; private set; }

    public async Task RunAsync(Func<bool> goesOn)
    {
        await Task.Yield();
        while (goesOn())
        {
            var route = routes[_random.Next(routes.Count)];
            var ticket = new Ticket(nextCall(), 0);
            Current = $"{route.Name} for {ticket}";
            using var caller = NewCaller();
            var end = await CallAsync(route, ticket, caller?.Token ?? default);
            tally.Count(route.Name, end);
            Current = null;
            if (end is CallEnd.Unavailable)
                await Task.Delay(1);
        }
    }

    private async Task<CallEnd> CallAsync(Route route, Ticket ticket, CancellationToken caller)
    {
        var expected = route.Expect(ticket);
        try
        {
            var answer = await route.CallAsync(ticket, caller);
            if (!expected.Values.Contains(answer))
                book.Surprise($"{route.Name} for {ticket} answered {answer} instead of [{string.Join(" or ", expected.Values)}].");
            return CallEnd.Answered;
        }
        catch (Exception exception)
        {
            return Judge(exception, expected, route, caller) ?? Surprise(route, ticket, expected, exception);
        }
    }

    private CallEnd? Judge(Exception exception, Expectation expected, Route route, CancellationToken caller) => exception switch
    {
        SoakException failure when expected.Failures.Contains((failure.Service, failure.Ticket)) => CallEnd.Failed,
        SoakException failure when expected.FailuresAtFirst.Contains((failure.Service, failure.Ticket))
            && (caller.IsCancellationRequested || route.HasDeadline || isStopping()) => CallEnd.Failed,
        OperationCanceledException canceled when canceled.CancellationToken == caller && caller.IsCancellationRequested => CallEnd.Canceled,
        ServiceTimeoutException when route.HasDeadline => CallEnd.TimedOut,
        ServiceOverloadedException { Service: nameof(Narrow) } => CallEnd.TurnedAway,
        ServiceUnavailableException { Service: nameof(Fragile) } when route.IsOf(nameof(Fragile)) => CallEnd.Unavailable,
        ServiceUnavailableException unavailable when isStopping() && route.IsOf(unavailable.Service) => CallEnd.Unavailable,
        _ => null,
    };

    private CallEnd Surprise(Route route, Ticket ticket, Expectation expected, Exception exception)
    {
        var failures = string.Join(" or ", expected.Failures.Select(static failure => $"{failure.Service} for {failure.Ticket}"));
        book.Surprise($"{route.Name} for {ticket} should have failed as {failures}, if at all: {exception}");
        return CallEnd.Failed;
    }

    /// <summary>One who may give up: before the call, or some time into it. Most never do.</summary>
    private CancellationTokenSource? NewCaller() => _random.Next(40) switch
    {
        0 => new CancellationTokenSource(TimeSpan.Zero),
        < 10 => new CancellationTokenSource(TimeSpan.FromMilliseconds(_random.Next(1, 10))),
        _ => null,
    };
}
