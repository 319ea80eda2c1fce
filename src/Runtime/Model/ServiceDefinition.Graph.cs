namespace Pipeline;

public sealed partial class ServiceDefinition
{
    /// <summary>
    /// This service and every service below it: depth first, each once, a service ahead of those it depends on. A cycle ends
    /// where it comes back to a service already listed.
    /// </summary>
    public IReadOnlyList<ServiceDefinition> DescendantsAndSelf()
    {
        var listed = new List<ServiceDefinition>();
        var seen = new HashSet<Type>();
        var ahead = new Stack<ServiceDefinition>([this]);
        while (ahead.TryPop(out var service))
        {
            if (!seen.Add(service.ServiceType))
                continue;

            listed.Add(service);
            foreach (var dependency in service.Dependencies.Reverse())
                ahead.Push(dependency.Service);
        }

        return listed;
    }

    /// <summary>
    /// The graph of this service and every service below it as a Mermaid flowchart: an arrow from each service to those it
    /// depends on, dotted and labelled with the URL where the other runs elsewhere.
    /// </summary>
    /// <remarks>See <see href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's flowchart syntax</see>.</remarks>
    public string ToMermaid() => MermaidWriter.Write(DescendantsAndSelf());
}
