using System.Globalization;
using Microsoft.Extensions.Configuration;
using Pipeline.Hosting;
using Pipeline.Shared;

namespace Pipeline.Calls;

/// <summary>Reads what configuration says of one service over what the service declares; notes what cannot be meant.</summary>
internal sealed class ServiceOptionsReader(ServiceDefinition service, IConfiguration? configuration, List<string> problems)
{
    private const string Apis = "Apis";
    private const string Dependencies = "Dependencies";
    private const string Timeout = "Timeout";

    private readonly IConfigurationSection? _section = ServiceConfiguration.Of(service, configuration);

    public ServiceOptions Read()
    {
        CheckKeys(_section, ["Instances", "Concurrency", "QueueLimit", Timeout, "Url", Apis, Dependencies]);
        CheckKeys(_section?.GetSection(Apis), service.Apis.Select(static api => api.Name));
        CheckKeys(_section?.GetSection(Dependencies), service.Dependencies.Select(static dependency => dependency.Name));
        var own = Time(_section, service.Timeout);
        return new()
        {
            Instances = Number(nameof(ServiceOptions.Instances), atLeast: 1) ?? service.Instances ?? 1,
            Concurrency = Number(nameof(ServiceOptions.Concurrency), atLeast: 1) ?? service.Concurrency,
            QueueLimit = Number(nameof(ServiceOptions.QueueLimit), atLeast: 0) ?? service.QueueLimit,
            Timeouts = [.. service.Apis.Select(api => Time(_section?.GetSection(Apis).GetSection(api.Name), api.Timeout) ?? own)],
            DependencyTimeouts = service.Dependencies
                .Select(to => (to.Name, Time: Time(_section?.GetSection(Dependencies).GetSection(to.Name), to.Timeout)))
                .Where(static to => to.Time is not null)
                .ToDictionary(static to => to.Name, static to => to.Time!.Value),
        };
    }

    private int? Number(string key, int atLeast)
    {
        if (_section?[key] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= atLeast)
            return number;

        problems.Add($"{_section.Path}:{key} is \"{text}\": write a whole number, {atLeast} or more.");
        return null;
    }

    private TimeSpan? Time(IConfigurationSection? section, TimeSpan? declared)
    {
        if (section?[Timeout] is not { } text)
            return declared;
        if (Duration.TryParse(text, out var duration))
            return duration;

        problems.Add($"{section.Path}:{Timeout} is \"{text}\": write a positive time such as \"30s\", \"250ms\" or \"00:00:30\".");
        return declared;
    }

    private void CheckKeys(IConfigurationSection? section, IEnumerable<string> known)
    {
        foreach (var child in section?.GetChildren() ?? [])
        {
            if (!known.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                problems.Add($"{child.Path} is not known; these are: {string.Join(", ", known)}.");
        }
    }
}
