using System.Globalization;
using System.Runtime.CompilerServices;

namespace Pipeline;

/// <summary>Where a failed call failed: attached to the exception, which stays what it is. Immutable.</summary>
/// <remarks>Attached by the innermost call that anything is asked for. A bare call leaves nothing.</remarks>
public sealed class CallFailure
{
    private static readonly ConditionalWeakTable<Exception, CallFailure> Known = [];

    /// <summary>Whoever sees the exception next.</summary>
    internal static readonly object Anyone = new();

    // Who is to see the exception next. Seen by anybody else, it is one that somebody keeps and throws again.
    private object? _next;

    internal CallFailure(string path, string service, string api, int attempt, TimeSpan elapsed)
    {
        Path = path;
        Service = service;
        Api = api;
        Attempt = attempt;
        Elapsed = elapsed;
    }

    /// <summary>The services from the first to the one that failed: <c>A → B → C</c>.</summary>
    public string Path { get; }

    /// <summary>The name of the service that failed.</summary>
    public string Service { get; }

    /// <summary>The name of the API that failed.</summary>
    public string Api { get; }

    /// <summary>Which attempt it was, from 1.</summary>
    public int Attempt { get; }

    /// <summary>The time from the beginning of the call to its failure.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>What is known of the exception, or of the first of those within that anything is known of; otherwise null.</summary>
    public static CallFailure? Of(Exception exception)
    {
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            if (Known.TryGetValue(inner, out var failure))
                return failure;
        }

        return null;
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Path}.{Api}, attempt {Attempt}, after {Elapsed.TotalMilliseconds:0.#} ms");

    /// <summary>Attaches it to an exception of another process, created again here for the call that is current.</summary>
    internal void Attach(Exception exception, object? seenNextBy)
    {
        _next = seenNextBy;
        Known.AddOrUpdate(exception, this);
    }

    /// <summary>Whether a call further in has attached where it failed; if so, it is this call's caller that sees it next.</summary>
    /// <param name="exception">What the call failed with.</param>
    /// <param name="call">The call.</param>
    /// <param name="caller">Its caller.</param>
    internal static bool TryPassOn(Exception exception, object call, object? caller)
    {
        if (!Known.TryGetValue(exception, out var failure) || (failure._next != call && failure._next != Anyone))
            return false;

        failure._next = caller;
        return true;
    }
}
