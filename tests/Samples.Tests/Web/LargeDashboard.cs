using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Pipeline.AspNetCore;

namespace Pipeline.Samples.Tests.Web;

/// <summary>Serves the dashboard's own files with data that no program has made: as much of it as is wanted.</summary>
internal sealed class LargeDashboard : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly CancellationTokenSource _end = new();
    private readonly string _services;
    private readonly string _request;
    private readonly int _count;
    private long _messages;

    private LargeDashboard(int services, int calls)
    {
        _count = services;
        _services = JsonSerializer.Serialize(Enumerable.Range(0, services).Select(number => new
        {
            name = $"Service{number}",
            here = true,
            needs = Enumerable.Range((10 * number) + 1, 10).Where(needed => needed < services).Select(static needed => $"Service{needed}"),
        }));
        _request = JsonSerializer.Serialize(new
        {
            name = "Service0/Run",
            took = (double)calls,
            work = (double)calls,
            achieved = 1.0,
            possible = 2.0,
            fromTimes = false,
            truncated = false,
            calls = Enumerable.Range(0, calls).Select(call => new
            {
                span = $"{call}",
                name = $"Service{call % services}/Run",
                depth = call % 5,
                start = (double)call,
                took = 1.0,
                queue = call % 3 == 0 ? 0.5 : 0,
                onPath = 1.0,
            }),
            path = Enumerable.Range(0, calls).Select(static call => new { span = $"{call}", start = (double)call, end = call + 1.0 }),
        });
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>How many messages of the live stream were sent.</summary>
    public long Messages => Interlocked.Read(ref _messages);

    public static LargeDashboard Start(int services, int calls)
    {
        var dashboard = new LargeDashboard(services, calls);
        for (int port = 41_000; ; port++)
        {
            dashboard._listener.Prefixes.Clear();
            dashboard._listener.Prefixes.Add($"http://localhost:{port}/");
            try
            {
                dashboard._listener.Start();
                dashboard.Address = new($"http://localhost:{port}/");
                _ = dashboard.ServeAsync();
                return dashboard;
            }
            catch (HttpListenerException) when (port < 41_100)
            {
                // Taken by another.
            }
        }
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Close();
        _end.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            var context = await _listener.GetContextAsync();
            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        string path = context.Request.Url!.AbsolutePath.TrimStart('/');
        if (path == "events")
            await TellAsync(context.Response);
        else if (path is "" or "page.js" or "page.css")
            await AnswerAsync(context.Response, File(path == "" ? "page.html" : path), path.Split('.')[^1] is "js" ? "text/javascript" : path == "" ? "text/html" : "text/css");
        else if (path == "services")
            await AnswerAsync(context.Response, Encoding.UTF8.GetBytes(_services), "application/json");
        else if (path.StartsWith("requests/", StringComparison.Ordinal))
            await AnswerAsync(context.Response, Encoding.UTF8.GetBytes(_request), "application/json");
        else
            await AnswerAsync(context.Response, """{"before":{"p50":2,"p95":3,"p99":4},"after":{"p50":1,"p95":2,"p99":3},"requests":1}"""u8.ToArray(), "application/json");
    }

    private async Task TellAsync(HttpListenerResponse response)
    {
        response.ContentType = "text/event-stream";
        response.SendChunked = true;
        for (int tick = 0; !_end.IsCancellationRequested; tick++)
        {
            string message = JsonSerializer.Serialize(new
            {
                requests = Enumerable.Range(0, tick == 0 ? 1 : 3).Select(number => new
                {
                    trace = $"{tick}",
                    span = $"{number}",
                    name = "Service0/Run",
                    time = "2026-01-01T00:00:00Z",
                    took = 1.0,
                }),
                services = Enumerable.Range(0, 10).ToDictionary(
                    number => string.Create(CultureInfo.InvariantCulture, $"Service{((10 * tick) + number) % _count}"),
                    number => new { rate = tick + 1.0, errors = 0, p50 = 1.0 + number, queue = 0 }),
                apis = tick > 0 ? [] : new[]
                {
                    new { name = "Service0/Run", fromTimes = false, missed = Array.Empty<object>(), callees = Enumerable.Range(0, 20).Select(static number => new { name = $"Service{number}/Run", calls = 1.0, share = 0.05, saves = 1.0 }) },
                },
            });
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes($"data: {message}\n\n"), _end.Token);
            await response.OutputStream.FlushAsync(_end.Token);
            Interlocked.Increment(ref _messages);
            await Task.Delay(50, _end.Token);
        }
    }

    private static async Task AnswerAsync(HttpListenerResponse response, byte[] body, string type)
    {
        response.ContentType = $"{type}; charset=utf-8";
        response.ContentLength64 = body.Length;
        await response.OutputStream.WriteAsync(body);
        response.Close();
    }

    private static byte[] File(string name)
    {
        using var file = typeof(PipelineHttpOptions).Assembly.GetManifestResourceStream($"dashboard.{name}")!;
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
