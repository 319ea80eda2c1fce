using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Http.Tests.BentoML;

/// <summary>Answers as a BentoML server (1.4) was seen to answer, to the byte where it matters.</summary>
internal sealed class BentoServer : IAsyncDisposable
{
    private const string Schema = """
        {"name":"Scorer","type":"service","routes":[
        {"name":"predict_row","route":"/predict_row","batchable":false,
         "input":{"properties":{"input_data":{"items":{"type":"number"},"title":"Input Data","type":"array"},
         "top_k":{"default":7,"title":"Top K","type":"integer"}},"required":["input_data"],
         "title":"Input","type":"object"},
         "output":{"type":"number"},"is_task":false},
        {"name":"summarize","route":"/summarize","batchable":false,
         "input":{"root_input":true,"type":"string"},
         "output":{"type":"string"},"is_task":false},
        {"name":"resize","route":"/resize","batchable":false,
         "input":{"properties":{"image":{"format":"binary","title":"Image","type":"file"},
         "width":{"title":"Width","type":"integer"}},"required":["image","width"],"title":"Input","type":"object"},
         "output":{"format":"binary","type":"file"},"is_task":false},
        {"name":"words","route":"/words","batchable":false,
         "input":{"properties":{"count":{"type":"integer"}},"required":["count"],"title":"Input","type":"object"},
         "output":{"type":"string","is_stream":true,"media_type":"text/event-stream"},"is_task":false},
        {"name":"items","route":"/items","batchable":false,
         "input":{"properties":{"count":{"type":"integer"}},"required":["count"],"title":"Input","type":"object"},
         "output":{"type":"object","is_stream":true,"media_type":"text/event-stream"},"is_task":false},
        {"name":"fail","route":"/fail","batchable":false,
         "input":{"properties":{"status":{"type":"integer"}},"required":["status"],"title":"Input","type":"object"},
         "output":{"type":"integer"},"is_task":false}
        ]}
        """;

    private readonly WebApplication _app;

    private BentoServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>What the last request was: its content type and body.</summary>
    public (string? ContentType, string Body, string? Timeout) Last { get; private set; }

    public static async Task<BentoServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var server = new BentoServer(builder.Build());
        server.Map();
        await server._app.StartAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private void Map()
    {
        _app.MapGet("/schema.json", static () => Results.Text(Schema, "application/json"));
        _app.MapGet("/readyz", static () => Results.Text("\n"));
        Post("/predict_row", static async (http, body) =>
        {
            using var json = JsonDocument.Parse(body);
            var values = json.RootElement.GetProperty("input_data");
            await JsonAsync(http, 200, values.EnumerateArray().Sum(static value => value.GetDouble()).ToString(
                System.Globalization.CultureInfo.InvariantCulture));
        });
        Post("/summarize", static async (http, body) =>
        {
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync($"\uFEFFshort {body}");
        });
        _app.MapPost("/resize", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            Last = (http.Request.ContentType, $"{form["width"]} {form.Files["image"]!.Length} {form.Files["image"]!.ContentType}", null);
            http.Response.ContentType = "application/octet-stream";
            await http.Response.Body.WriteAsync(new byte[] { 1, 2, 3 });
        });
        Post("/words", static async (http, body) =>
        {
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            foreach (string part in new[] { "one ", "\u017e", "two" })
            {
                // Not even characters stay whole.
                foreach (byte unit in Encoding.UTF8.GetBytes(part))
                {
                    await http.Response.Body.WriteAsync(new[] { unit });
                    await http.Response.Body.FlushAsync();
                }
            }
        });
        Post("/items", static async (http, body) =>
        {
            using var json = JsonDocument.Parse(body);
            http.Response.ContentType = "text/event-stream; charset=utf-8";
            for (int index = 0; index < json.RootElement.GetProperty("count").GetInt32(); index++)
            {
                await http.Response.WriteAsync($$"""{"name": "i{{index}}", "quantity": {{index}}}""");
                await http.Response.Body.FlushAsync();
            }
        });
        Post("/fail", static async (http, body) =>
        {
            using var json = JsonDocument.Parse(body);
            int status = json.RootElement.GetProperty("status").GetInt32();
            if (status == 503)
            {
                http.Response.StatusCode = status;
                await http.Response.WriteAsync("Runners are not ready.");
                return;
            }

            await JsonAsync(http, status, status switch
            {
                400 =>
                    """{"error": "1 validation error for Input", "detail": [{"loc": ["data"], "msg": "Field required"}]}""",
                404 => """[{"error": "no such thing"}]""",
                429 => """{"error": "Too many requests"}""",
                504 => """{"error": "Not able to process the request in 60 seconds"}""",
                _ => """{"error": "An unexpected error has occurred, please check the server log."}""",
            });
        });
    }

    private void Post(string path, Func<HttpContext, string, Task> answer) => _app.MapPost(path, async (HttpContext http) =>
    {
        using var reader = new StreamReader(http.Request.Body);
        string body = await reader.ReadToEndAsync();
        Last = (http.Request.ContentType, body, http.Request.Headers["Pipeline-Timeout"]);
        await answer(http, body);
    });

    private static async Task JsonAsync(HttpContext http, int status, string json)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
    }
}
