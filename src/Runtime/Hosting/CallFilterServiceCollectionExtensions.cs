using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pipeline.Calls;
using Pipeline.CompilerServices;

namespace Pipeline;

/// <summary>Registers filters, which run around calls in the order of their registration.</summary>
public static class CallFilterServiceCollectionExtensions
{
    /// <summary>Registers a filter around the calls of all services.</summary>
    /// <typeparam name="TFilter">The filter, a singleton that the container creates.</typeparam>
    public static IServiceCollection AddCallFilter<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>(this IServiceCollection services)
        where TFilter : class, ICallFilter =>
        services.Add<TFilter>(null, null);

    /// <summary>Registers a filter around the calls of one service, or of one of its APIs.</summary>
    /// <typeparam name="TFilter">The filter, a singleton that the container creates.</typeparam>
    /// <typeparam name="TService">The service.</typeparam>
    /// <param name="services">The container's services.</param>
    /// <param name="api">The API's name; null for all.</param>
    /// <exception cref="ArgumentException">The service has no such API.</exception>
    public static IServiceCollection AddCallFilter<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter, TService>(
        this IServiceCollection services, string? api = null)
        where TFilter : class, ICallFilter
        where TService : IService
    {
        var definition = TService.Definition;
        if (api is not null && !definition.Apis.Any(known => string.Equals(known.Name, api, StringComparison.OrdinalIgnoreCase)))
        {
            var known = string.Join(", ", definition.Apis.Select(static known => known.Name));
            throw new ArgumentException($"{definition} has no API named \"{api}\"; it has: {known}.", nameof(api));
        }

        return services.Add<TFilter>(definition.ServiceType, api);
    }

    private static IServiceCollection Add<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TFilter>(
        this IServiceCollection services, Type? service, string? api)
        where TFilter : class, ICallFilter
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<TFilter>();
        return services.AddSingleton(new CallFilterRegistration(
            service, api, static provider => provider.GetRequiredService<TFilter>()));
    }
}
