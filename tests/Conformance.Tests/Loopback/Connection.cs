using System.Threading.Channels;

namespace Pipeline.Conformance.Tests.Loopback;

/// <summary>Two peers and the two queues of bytes between them: all they share.</summary>
internal sealed class Connection : IAsyncDisposable
{
    public Connection(ServiceDispatcher services)
    {
        var toServer = Channel.CreateUnbounded<byte[]>();
        var toClient = Channel.CreateUnbounded<byte[]>();
        Client = new(toClient.Reader, toServer.Writer, services: null);
        Server = new(toServer.Reader, toClient.Writer, services);
    }

    public Peer Client { get; }

    public Peer Server { get; }

    public async ValueTask DisposeAsync()
    {
        Client.Complete();
        Server.Complete();
        await Task.WhenAll(Client.Reading, Server.Reading);
    }
}
