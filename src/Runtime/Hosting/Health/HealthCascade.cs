using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline.Hosting;

/// <summary>How ready services are, each as ready as the worst of itself and of everything it depends on.</summary>
internal sealed class HealthCascade
{
    private readonly Dictionary<Type, Readiness> _services = [];

    /// <param name="services">How each service is by itself, dependencies first.</param>
    public HealthCascade(IEnumerable<(ServiceDefinition Service, HealthCheckResult Own)> services)
    {
        foreach (var (service, own) in services)
            _services.Add(service.ServiceType, Cascade(service, own));
    }

    /// <summary>The first of the services that is no better than any other, or null where none of them runs here.</summary>
    public Readiness? Worst(IEnumerable<ServiceDefinition> services) => services
        .Select(service => _services.GetValueOrDefault(service.ServiceType))
        .OfType<Readiness>()
        .MinBy(static readiness => readiness.Cause.Status);

    /// <summary>The worst of the services here and of those elsewhere.</summary>
    public static Readiness? Worse(Readiness? here, IEnumerable<(ServiceDefinition Service, HealthCheckResult Own)> elsewhere) =>
        elsewhere.Select(static entry => new Readiness(entry.Service.Name, entry.Own))
            .Prepend(here)
            .OfType<Readiness>()
            .MinBy(static readiness => readiness.Cause.Status);

    // Where a service is as bad as what it depends on, the latter is the likelier cause. One of the same class at a URL is another.
    private Readiness Cascade(ServiceDefinition service, HealthCheckResult own)
    {
        var here = service.Dependencies.Where(static dependency => dependency.Url is null);
        return Worst(here.Select(static dependency => dependency.Service)) is { } below && below.Cause.Status <= own.Status
            ? below with { Path = $"{service} → {below.Path}" }
            : new(service.Name, own);
    }

    /// <param name="Path">The services from the one in question to the one that is the cause: <c>A → B</c>.</param>
    /// <param name="Cause">How the last of them is.</param>
    public sealed record Readiness(string Path, HealthCheckResult Cause);
}
