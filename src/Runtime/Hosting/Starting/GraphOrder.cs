namespace Pipeline.Hosting;

/// <summary>The services of a graph in the order of their dependencies, services independent of each other at the same time.</summary>
/// <param name="services">The services, dependencies first.</param>
internal sealed class GraphOrder(IReadOnlyList<LocalService> services)
{
    /// <summary>
    /// Does something with each service once it has been done with all that the service depends on. Ends when everything that has
    /// begun has ended; not done with a service below which it failed.
    /// </summary>
    public async Task DependenciesFirstAsync(Func<LocalService, Task> action)
    {
        var underway = new Dictionary<Type, Task>();
        foreach (var service in services)
            underway.Add(service.Definition.ServiceType, RunAsync(service, Task.WhenAll(DependenciesOf(service, underway)), action));
        await Task.WhenAll(underway.Values).ConfigureAwait(false);
    }

    /// <summary>
    /// Does something that never throws with each service once it has been done with all that depend on it; what it returns, in that
    /// order.
    /// </summary>
    public async Task<IReadOnlyList<Exception>> DependentsFirstAsync(Func<LocalService, Task<IReadOnlyList<Exception>>> action)
    {
        var dependents = services.ToDictionary(static service => service.Definition.ServiceType, static _ => new List<Task>());
        var underway = new List<Task<IReadOnlyList<Exception>>>();
        foreach (var service in services.Reverse())
        {
            var done = RunAsync(service, Task.WhenAll(dependents[service.Definition.ServiceType]), action);
            underway.Add(done);
            foreach (var dependency in service.Definition.Dependencies)
                dependents.GetValueOrDefault(dependency.Service.ServiceType)?.Add(done);
        }

        var failures = await Task.WhenAll(underway).ConfigureAwait(false);
        return [.. failures.SelectMany(static list => list)];
    }

    private static IEnumerable<Task> DependenciesOf(LocalService service, Dictionary<Type, Task> underway) =>
        service.Definition.Dependencies.Select(
            dependency => underway.GetValueOrDefault(dependency.Service.ServiceType, Task.CompletedTask));

    private static async Task RunAsync(LocalService service, Task before, Func<LocalService, Task> action)
    {
        await before.ConfigureAwait(false);
        await action(service).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<Exception>> RunAsync(
        LocalService service, Task before, Func<LocalService, Task<IReadOnlyList<Exception>>> action)
    {
        await before.ConfigureAwait(false);
        return await action(service).ConfigureAwait(false);
    }
}
