using System.Globalization;
using System.Runtime.CompilerServices;

namespace Pipeline;

/// <summary>Where a failed call failed: attached to the exception, which stays what it is. Immutable.</summary>
/// <remarks>Attached by the innermost hop that a limit, a deadline, a listener or a transport wraps. A bare call leaves nothing.</remarks>
public sealed class CallFailure
{
    private static readonly ConditionalWeakTable<Exception, CallFailure> Known = [];

    internal CallFailure(CallContext call)
    {
        Path = call.Path;
        Service = call.Service;
        Api = call.Api;
        Attempt = call.Attempt;
        Elapsed = call.Elapsed;
    }

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

    /// <summary>Attaches it to an exception of another process, made again here.</summary>
    internal void Attach(Exception exception) => Known.AddOrUpdate(exception, this);

    /// <summary>Whether this very exception came out of a call.</summary>
    internal static bool IsAttachedTo(Exception exception) => Known.TryGetValue(exception, out _);

    /// <summary>Attaches it to the exception, unless a call further in has done so.</summary>
    internal static bool TryAttach(Exception exception, CallContext call) =>
        !Known.TryGetValue(exception, out _) && Known.TryAdd(exception, new(call));
}
