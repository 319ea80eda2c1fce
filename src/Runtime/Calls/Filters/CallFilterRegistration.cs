namespace Pipeline.Calls;

/// <summary>A filter, and the calls that it runs around.</summary>
/// <param name="service">The service, or null for all.</param>
/// <param name="api">The API's name, or null for all of the service.</param>
/// <param name="create">Gets the filter from the container.</param>
internal sealed class CallFilterRegistration(Type? service, string? api, Func<IServiceProvider, ICallFilter> create)
{
    /// <summary>The filters of an API, in the order of their registration.</summary>
    public static IReadOnlyList<ICallFilter> Of(
        IEnumerable<CallFilterRegistration> all, ServiceDefinition service, ApiDefinition api, IServiceProvider provider) =>
        [.. all.Where(filter => filter.IsFor(service, api)).Select(filter => filter.Create(provider))];

    /// <summary>Whether it runs around any call of the service.</summary>
    public bool IsFor(ServiceDefinition definition) => service is null || service == definition.ServiceType;

    private bool IsFor(ServiceDefinition definition, ApiDefinition called) =>
        IsFor(definition) && (api is null || string.Equals(api, called.Name, StringComparison.OrdinalIgnoreCase));

    private ICallFilter Create(IServiceProvider provider) => create(provider);
}
