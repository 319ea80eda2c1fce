using System.Diagnostics;
using Pipeline.Remote;

namespace Pipeline.Http.Peers;

/// <summary>
/// Sends <c>traceparent</c> and <c>tracestate</c> as the W3C has them, and of the baggage what may leave the process.
/// </summary>
internal sealed class TraceHeaders(HttpTransportOptions options) : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator W3C = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => W3C.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
    {
        if (activity is null || setter is null)
            return;

        // HttpClient begins a span of its own within any other. Nobody will ever find it where nobody listens to that source.
        var seen = activity is { Source.Name: "", Parent: { } parent } ? parent : activity;
        W3C.Inject(seen, carrier, (carrier, name, value) =>
        {
            if (!name.Equals("baggage", StringComparison.OrdinalIgnoreCase))
                setter(carrier, name, value);
        });
        if (options.Baggage.Count > 0 && Allowed(seen) is { Length: > 0 } baggage)
            setter(carrier, "baggage", baggage);
    }

    public override void ExtractTraceIdAndState(
        object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
        W3C.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
        W3C.ExtractBaggage(carrier, getter);

    private string Allowed(Activity activity) =>
        BaggageText.Write([.. activity.Baggage.Where(entry => options.Baggage.Contains(entry.Key))]);
}
