namespace Pipeline;

/// <summary>
/// Runs around calls: for authorization, auditing, validation. Registered for all services, one service or one API; runs where the
/// service runs, once per call, in the order of registration.
/// </summary>
/// <remarks>
/// In a call from the sync view of a sync API the body runs on the caller's thread, so a filter must complete synchronously there.
/// Around a stream, <c>next</c> completes when the enumeration ends.
/// </remarks>
public interface ICallFilter
{
    /// <summary>Runs the rest of the call by <paramref name="next"/>, or does not; what it throws is the call's failure.</summary>
    /// <param name="context">The call.</param>
    /// <param name="next">The next filter, and after the last the service. To be called once at most.</param>
#pragma warning disable CA1716 // The name that filters and middleware of .NET have for it.
    ValueTask InvokeAsync(CallFilterContext context, CallDelegate next);
#pragma warning restore CA1716
}

/// <summary>The rest of a call.</summary>
/// <param name="context">The call.</param>
#pragma warning disable CA1711 // As RequestDelegate and its like are named.
public delegate ValueTask CallDelegate(CallFilterContext context);
#pragma warning restore CA1711
