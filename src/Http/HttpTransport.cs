using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.ServiceDiscovery.Http;
using Pipeline.Http.Peers;
using Pipeline.Http.Requests;
using Pipeline.Remote;
using Pipeline.Remote.Web;
using Pipeline.Transports;

namespace Pipeline.Http;

/// <summary>Reaches <c>http://</c> and <c>https://</c>.</summary>
internal sealed class HttpTransport : ServiceTransport, IDisposable
{
    private const string Reflection =
        "Only where the application has reflection-based serialization enabled; otherwise types come from its JsonSerializerContext.";

    private readonly Dictionary<string, Peer> _peers = [];
    private readonly HttpTransportOptions _options;
    private readonly IServiceDiscoveryHttpMessageHandlerFactory? _discovery;
    private readonly WireJson _json;

    /// <param name="options">How services are reached.</param>
    /// <param name="discovery">What finds the addresses behind names, if the application has that.</param>
    public HttpTransport(HttpTransportOptions options, IServiceDiscoveryHttpMessageHandlerFactory? discovery)
    {
        _options = options;
        _discovery = discovery;
        var from = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = JsonSerializer.IsReflectionEnabledByDefault
                ? JsonTypeInfoResolver.Combine(options.JsonContext, CreateReflectionResolver())
                : JsonTypeInfoResolver.Combine(options.JsonContext),
        };
        var arguments = WebJson.Create(from, options.NamingPolicy, rejectsUnknown: false);
        _json = new(arguments, WebJson.ForAnswers(arguments));
    }

    /// <inheritdoc/>
    public override ServiceChannel? TryConnect(ServiceDefinition service, Uri url)
    {
        if (url.Scheme is not ("http" or "https"))
            return null;

        CarriableCheck.Check(service, _json);
        lock (_peers)
        {
            if (!_peers.TryGetValue(url.AbsoluteUri, out var peer))
                _peers.Add(url.AbsoluteUri, peer = new(url, _options, _discovery));
            return new HttpServiceChannel(service, peer, _json, _options.MaxAnswerBytes);
        }
    }

    /// <summary>Closes the connections.</summary>
    public void Dispose()
    {
        lock (_peers)
        {
            foreach (var peer in _peers.Values)
                peer.Dispose();
            _peers.Clear();
        }
    }

    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = Reflection)]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = Reflection)]
    private static DefaultJsonTypeInfoResolver CreateReflectionResolver() => new();
}
