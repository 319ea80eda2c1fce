using Microsoft.Extensions.Configuration;
using Pipeline.Calls;

namespace Pipeline.Hosting;

/// <summary>Reads the options of a pipeline's services; notes what is wrong with them.</summary>
/// <param name="configuration">What code and configuration say, or null.</param>
/// <param name="problems">Where it is noted what is wrong.</param>
internal sealed class OptionReader(IConfiguration? configuration, List<string> problems)
{
    /// <summary>What service-wide options leave out, and why.</summary>
    public List<string> Notes { get; } = [];

    /// <summary>
    /// The options of every service in and around the graph. Those that run elsewhere have some too: how they are called.
    /// </summary>
    public Dictionary<Type, ServiceOptions> Read(ServiceGraph graph, IEnumerable<ServiceDefinition> roots) => graph.Services
        .Concat(roots)
        .Concat(graph.Services.SelectMany(static service => service.Dependencies).Select(static dependency => dependency.Service))
        .DistinctBy(static service => service.ServiceType)
        .ToDictionary(
            static service => service.ServiceType,
            service => new ServiceOptionsReader(
                service, new(ServiceConfiguration.Of(service, configuration), problems), problems, Notes).Read());

    /// <summary>Notes the keys of the pipeline itself that are not known.</summary>
    public void CheckKeys() => Pipeline.CheckKeys(PipelineKeys.All);

    /// <summary>Whether a service name that is not known is an error.</summary>
    public bool IsStrict() => Pipeline.Flag(PipelineKeys.Strict) ?? false;

    /// <summary>How long shutdown waits for running calls: not set, not at all ("none"), or so long.</summary>
    public DrainSetting DrainSetting()
    {
        if (configuration?[$"{PipelineKeys.Section}:{PipelineKeys.DrainTimeout}"] is not { } text)
            return new(IsSet: false, Time: null);

        return text.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? new(IsSet: true, Time: null)
            : new(IsSet: true, Pipeline.Time(PipelineKeys.DrainTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1)));
    }

    /// <summary>The services that configuration names and that are none of these, with what to say of each.</summary>
    public IEnumerable<string> UnknownServices(IReadOnlyCollection<string> known) =>
        from section in configuration?.GetSection($"{PipelineKeys.Section}:{PipelineKeys.Services}").GetChildren() ?? []
        where !known.Contains(section.Key, StringComparer.OrdinalIgnoreCase)
        let nearest = NearestName.Of(section.Key, known)
        select $"{section.Path} is for no service known here; "
            + (nearest is null ? $"these are: {string.Join(", ", known)}." : $"did you mean {nearest}?");

    private OptionsSection Pipeline => new(configuration?.GetSection(PipelineKeys.Section), problems);
}
