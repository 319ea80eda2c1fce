using System.Diagnostics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Pipeline.Calls;

/// <summary>What spans and measurements of one API's calls are named and tagged with. Immutable.</summary>
internal sealed class ApiTelemetry
{
    /// <param name="service">The service's name.</param>
    /// <param name="api">The API's name.</param>
    /// <param name="kind">Which side of the call is watched.</param>
    /// <param name="address">Where the service runs; null for this process, and where that may be one of several addresses.</param>
    public ApiTelemetry(string service, string api, ActivityKind kind, Uri? address = null)
    {
        SpanName = $"{service}/{api}";
        Kind = kind;
        Tag[] tags =
        [
            new("rpc.system.name", "pipeline"),
            new("rpc.method", SpanName),
            new("pipeline.service", service),
            new("pipeline.api", api),
        ];
        Tags = address is null ? tags : [.. tags, new("server.address", address.Host), new("server.port", address.Port)];
    }

    /// <summary>The name of the span, which is the full name of the method, as the conventions have it.</summary>
    public string SpanName { get; }

    /// <summary>Which side of the call is watched, and whether the other is in another process.</summary>
    public ActivityKind Kind { get; }

    /// <summary>What every span and every measurement has.</summary>
    public Tag[] Tags { get; }

    /// <summary>The tags of a call that has ended.</summary>
    public ReadOnlySpan<Tag> Ended(Exception? failure) =>
        failure is null ? Tags : (Tag[])[.. Tags, new("error.type", ErrorType(failure))];

    /// <summary>Counts a call that was refused before it ran.</summary>
    public void CountRejection(string reason)
    {
        if (CallTelemetry.Rejections.Enabled)
        {
            ListenerFault.Ignore(
                (Tags, reason),
                static call => CallTelemetry.Rejections.Add(1, [.. call.Tags, new("pipeline.rejection.reason", call.reason)]));
        }
    }

    /// <summary>Counts an attempt beyond the first.</summary>
    public void CountRetry()
    {
        if (CallTelemetry.Retries.Enabled)
            ListenerFault.Ignore(Tags, static tags => CallTelemetry.Retries.Add(1, tags));
    }

    /// <summary>What a failure is called: the full name of its type.</summary>
    public static string ErrorType(Exception failure) => failure.GetType().FullName ?? failure.GetType().Name;
}
