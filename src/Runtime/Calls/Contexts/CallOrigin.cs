using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline.Transports;

/// <summary>
/// What the other side of a transport has to know of a call besides its arguments: where it comes from and the time it has.
/// </summary>
/// <remarks>
/// <see cref="Current"/> on the caller's side, to be sent with the call; on the service's side, <see cref="IncomingCalls"/> goes on
/// from it.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Advanced)]
public sealed record CallOrigin
{
    /// <inheritdoc cref="CallContext.Path"/>
    public string Path { get; init; } = "";

    /// <inheritdoc cref="CallContext.Service"/>
    public string Service { get; init; } = "";

    /// <inheritdoc cref="CallContext.Api"/>
    public string Api { get; init; } = "";

    /// <inheritdoc cref="CallContext.Attempt"/>
    public int Attempt { get; init; } = 1;

    /// <inheritdoc cref="CallContext.Id"/>
    public string Id { get; init; } = "";

    /// <summary>The time the call had left when it was sent; null if there is no deadline. A duration, as clocks differ.</summary>
    public TimeSpan? Remaining { get; init; }

    /// <summary>The span that the call is made in, as the W3C header <c>traceparent</c> has it; empty if there is none.</summary>
    public string TraceParent { get; init; } = "";

    /// <summary>What goes with it, as the W3C header <c>tracestate</c> has it; empty if there is nothing.</summary>
    public string TraceState { get; init; } = "";

    /// <summary>
    /// What callers hand down, such as a tenant or a user: <see cref="Activity.Baggage"/>. A transport sends those entries only that it is
    /// told to.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Baggage { get; init; } = [];

    /// <summary>That of the call a channel has been asked for: to be read before its method returns or awaits.</summary>
    public static CallOrigin Current
    {
        get
        {
            var call = CallContext.Current;
            var span = Activity.Current;
            return new()
            {
                Path = call.Path,
                Service = call.Service,
                Api = call.Api,
                Attempt = call.Attempt,
                Id = call.Id,
                Remaining = call.Remaining,
                TraceParent = span is { IdFormat: ActivityIdFormat.W3C, Id: { } id } ? id : "",
                TraceState = span?.TraceStateString ?? "",
                Baggage = span is null ? [] : [.. span.Baggage],
            };
        }
    }
}
