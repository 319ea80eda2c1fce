using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pipeline.AspNetCore.Endpoints;

/// <summary>
/// Off this machine, who may call an API is said and never forgotten: a start fails that listens for others and serves an API with neither
/// <c>RequireAuthorization</c> nor <c>AllowAnonymous</c>.
/// </summary>
internal sealed class AuthorizationCheck(IServiceProvider services) : IHostedLifecycleService
{
    /// <summary>Called once the server listens, which is when its addresses are known.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.FirstOrDefault(static address => !IsLoopback(address)) is not { } open
            || services.GetService<IOptions<AuthorizationOptions>>()?.Value.FallbackPolicy is not null)
            return Task.CompletedTask;

        var forgotten = services.GetRequiredService<EndpointDataSource>().Endpoints.FirstOrDefault(IsForgotten);
        return forgotten is null
            ? Task.CompletedTask
            : throw new InvalidOperationException(
                $"{forgotten.DisplayName} can be called from other machines at {open}, and nothing says by whom: "
                + "app.MapPipeline<…>().RequireAuthorization(), or .AllowAnonymous() if everybody may.");
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool IsForgotten(Microsoft.AspNetCore.Http.Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ApiEndpoint>() is not null
        && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null
        && endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    // Kestrel's own addresses are no URIs: "http://+:80" and "http://*:80" mean all interfaces, and a unix socket is this machine's.
    private static bool IsLoopback(string address)
    {
        if (address.Contains("://unix:", StringComparison.Ordinal) || address.Contains("://pipe:", StringComparison.Ordinal))
            return true;
        return Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.IsLoopback || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
    }
}
