using Pipeline.Transports;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Reaches whatever runs at the other end of one connection.</summary>
internal sealed class LoopbackTransport(LoopbackConnection connection) : ServiceTransport
{
    public const string Url = "loopback://here";

    public override ServiceChannel? TryConnect(ServiceDefinition service, Uri url) =>
        url.Scheme == "loopback" ? connection.Channel(service) : null;
}
