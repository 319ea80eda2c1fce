using System.Net;
using System.Text.Json;
using Microsoft.Extensions.ServiceDiscovery.Http;
using Pipeline.Http.Answers;

namespace Pipeline.Http.Peers;

/// <summary>One address: its connections, and what it says it serves.</summary>
internal sealed class Peer : IDisposable
{
    private const int MaxSchemaBytes = 16 << 20;

    private readonly Lock _lock = new();
    private Task<PeerSchema>? _schema;

    public Peer(Uri url, HttpTransportOptions options, IServiceDiscoveryHttpMessageHandlerFactory? discovery)
    {
        // A path without a slash at its end would be replaced by what is asked for below it.
        Address = new(url.AbsoluteUri.EndsWith('/') ? url.AbsoluteUri : $"{url.AbsoluteUri}/");
        var own = options.CreateHandler?.Invoke(url);
        HttpMessageHandler handler = own is null ? CreateHandler(options) : new TracingHandler(own, new TraceHeaders(options));
        Client = new(discovery?.CreateHandler(handler) ?? handler)
        {
            BaseAddress = Address,
            DefaultRequestVersion = HttpVersion.Version20,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower,

            // Calls have deadlines of their own.
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    /// <summary>What is served there. A failure is not kept, since the other side may come up later.</summary>
    public Task<PeerSchema> SchemaAsync()
    {
        lock (_lock)
        {
            if (_schema is null or { IsFaulted: true } or { IsCanceled: true })
                _schema = FetchAsync();
            return _schema;
        }
    }

    /// <summary>Asks again with the next call: what is served there may have changed.</summary>
    public void Forget()
    {
        lock (_lock)
            _schema = null;
    }

    public void Dispose() => Client.Dispose();

    private static SocketsHttpHandler CreateHandler(HttpTransportOptions options) => new()
    {
        ConnectTimeout = options.ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        MaxConnectionsPerServer = options.MaxConnections,

        // Addresses behind a name change, and servers close what is idle.
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),

        // So that the span of the request itself, where there is one, lies between the caller's and the service's.
        ActivityHeadersPropagator = new TraceHeaders(options),
    };

    private async Task<PeerSchema> FetchAsync()
    {
        using var response = await Client.GetAsync("schema.json", HttpCompletionOption.ResponseHeadersRead).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.NotFound)
            throw new NotSupportedException($"{Address} has no schema.json: neither Pipeline.AspNetCore nor BentoML serves there.");

        response.EnsureSuccessStatusCode();
        byte[] json = await BoundedReader.ReadAsync(response.Content, MaxSchemaBytes, CancellationToken.None).ConfigureAwait(false);
        try
        {
            return PeerSchema.Parse(json);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InvalidDataException(
                $"{Address}schema.json is not what Pipeline.AspNetCore or BentoML writes: {exception.Message}", exception);
        }
    }
}
