using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.AspNetCore;
using Pipeline.CompilerServices;

namespace Pipeline.Http.Tests;

/// <summary>A web application that serves a pipeline on a free port of this machine.</summary>
internal sealed class EdgeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EdgeHost(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Client = new() { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Client { get; }

    public IServiceProvider Container => _app.Services;

    public Services.Probe Probe => _app.Services.GetRequiredService<Services.Probe>();

    public LogLines Log => _app.Services.GetRequiredService<LogLines>();

    public static Task<EdgeHost> StartAsync<TRoot>(
        Action<PipelineHttpOptions>? options = null, string environment = "Production", Action<WebApplicationBuilder>? configure = null)
        where TRoot : IService =>
        StartAsync(
            builder =>
            {
                builder.Services.AddPipeline<TRoot>().AddHttp(options);
                configure?.Invoke(builder);
            },
            static app => app.MapPipeline<TRoot>(),
            environment);

    public static async Task<EdgeHost> StartAsync(
        Action<WebApplicationBuilder> configure, Action<WebApplication> map, string environment = "Production")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Services.AddSingleton<Services.Probe>().AddSingleton<LogLines>();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ILoggerProvider>(static services => services.GetRequiredService<LogLines>());
        configure(builder);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return new(app, new(address));
    }

    public async Task<(int Status, string Body)> PostAsync(
        string path, string json, string contentType = "application/json", string? accept = null)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, path)
        { Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(json)) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        if (accept is not null)
            request.Headers.Add("Accept", accept);
        using var response = await Client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
