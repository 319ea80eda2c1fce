namespace Pipeline.AspNetCore.Endpoints;

/// <summary>Only roots are served, and only where they run: what lies below one is its own affair, and nobody asked for a relay.</summary>
internal static class RootCheck
{
    /// <exception cref="InvalidOperationException">The service is no root, or runs elsewhere.</exception>
    public static void Check(ServiceDefinition service, PipelineServices pipeline)
    {
        if (!pipeline.Roots.Contains(service))
        {
            throw new InvalidOperationException(
                $"{service} is not a root of the pipeline, so it is not served. "
                + $"Add it: services.AddPipeline<{service.ServiceType.Name}>().");
        }

        if (!pipeline.RootsRunningHere.Contains(service))
        {
            throw new InvalidOperationException(
                $"{service} does not run in this process, so it is not served here. "
                + "Map it where it runs, or serve a service that calls it.");
        }
    }
}
