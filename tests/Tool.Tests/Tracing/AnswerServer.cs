using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pipeline.Tool.Tests.Tracing;

/// <summary>Answers every request alike, and notes what was asked for.</summary>
internal sealed class AnswerServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<string> _asked = [];
    private readonly byte[] _answer;
    private readonly Task _serving;

    private AnswerServer(HttpStatusCode status, string body)
    {
        byte[] content = Encoding.UTF8.GetBytes(body);
        _answer = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {(int)status} Answer\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n"), .. content];
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public IReadOnlyList<string> Asked => _asked;

    public static AnswerServer Start(HttpStatusCode status, string body) => new(status, body);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream);
            _asked.Add((await reader.ReadLineAsync())!.Split(' ')[1]);
            while (await reader.ReadLineAsync() is { Length: > 0 })
            {
            }

            await stream.WriteAsync(_answer);
        }
    }
}
