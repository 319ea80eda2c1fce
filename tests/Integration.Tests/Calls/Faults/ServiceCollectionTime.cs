using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>Puts another clock into a container.</summary>
internal static class ServiceCollectionTime
{
    public static void AddSingletonTime(this IServiceCollection services, TimeProvider time) =>
        services.Replace(ServiceDescriptor.Singleton(time));
}
