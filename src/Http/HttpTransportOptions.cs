using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pipeline.Http;

/// <summary>How services are reached over HTTP.</summary>
public sealed class HttpTransportOptions
{
    /// <summary>
    /// Names the members of types on the wire; <c>snake_case</c> by default, as the edge and BentoML have it. Null keeps them as they are.
    /// </summary>
    public JsonNamingPolicy? NamingPolicy { get; set; } = JsonNamingPolicy.SnakeCaseLower;

    /// <summary>The application's JSON metadata, needed for native AOT; null for reflection.</summary>
    public JsonSerializerContext? JsonContext { get; set; }

    /// <summary>The largest answer that is read, in bytes, or the largest item of a stream. 128 MiB by default.</summary>
    public int MaxAnswerBytes { get; set; } = 128 << 20;

    /// <summary>The time that connecting may take. Five seconds by default.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The connections that one service is given at most. 256 by default.</summary>
    public int MaxConnections { get; set; } = 256;

    /// <summary>
    /// The names of the entries of <see cref="System.Diagnostics.Activity.Baggage"/> that are sent with a call, such as a tenant; none by
    /// default. Traces are always continued.
    /// </summary>
    public ICollection<string> Baggage { get; } = [];

    /// <summary>Sends the requests to an address instead of the usual handler: for credentials, proxies and tests.</summary>
    public Func<Uri, HttpMessageHandler>? CreateHandler { get; set; }
}
