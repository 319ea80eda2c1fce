using Pipeline.Hosting;

namespace Pipeline;

/// <summary>Options of a service, set in code: <c>Pipeline:Services:&lt;Name&gt;</c> of configuration overrides each.</summary>
public sealed class ServiceSettings : CallSettings
{
    internal ServiceSettings(IDictionary<string, string?> settings, ServiceDefinition service)
        : base(new(settings, $"{PipelineKeys.Section}:{PipelineKeys.Services}:{service.Name}")) =>
        Service = service;

    /// <summary>The service.</summary>
    public ServiceDefinition Service { get; }

    /// <summary>How many instances this process holds. Null: as declared.</summary>
    public int? Instances
    {
        get => Section.Value<int>(nameof(Instances));
        set => Section.Set(nameof(Instances), value);
    }

    /// <summary>How many calls may wait while all instances are busy. Null: as declared.</summary>
    public int? QueueLimit
    {
        get => Section.Value<int>(nameof(QueueLimit));
        set => Section.Set(nameof(QueueLimit), value);
    }

    /// <summary>The time each start-up hook may take. Null: as declared.</summary>
    public TimeSpan? StartupTimeout
    {
        get => Section.Time(nameof(StartupTimeout));
        set => Section.SetTime(nameof(StartupTimeout), value);
    }

    /// <summary>The time each shutdown hook, and the disposal, may take. Null: as declared.</summary>
    public TimeSpan? ShutdownTimeout
    {
        get => Section.Time(nameof(ShutdownTimeout));
        set => Section.SetTime(nameof(ShutdownTimeout), value);
    }

    /// <summary>Where the service runs, if not in this process.</summary>
    public string? Url
    {
        get => Section.Text(nameof(Url));
        set => Section.Set(nameof(Url), value);
    }

    /// <summary>Sets options of one API, which come before the service's own.</summary>
    /// <param name="name">The API's name, as in <see cref="ServiceDefinition.Apis"/>.</param>
    /// <param name="configure">Sets the options.</param>
    /// <exception cref="ArgumentException">The service has no such API.</exception>
    public void Api(string name, Action<ApiSettings> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var names = Service.Apis.Select(static api => api.Name).Distinct().ToArray();
        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"{Service} has no API named \"{name}\"; it has: {string.Join(", ", names)}.", nameof(name));

        configure(new(Section.Below("Apis").Below(name)));
    }

    /// <summary>Sets the time that a call through one dependency may take.</summary>
    /// <param name="name">The name of the constructor parameter or property.</param>
    /// <param name="timeout">The time; <see cref="System.Threading.Timeout.InfiniteTimeSpan"/> lifts a declared one.</param>
    /// <exception cref="ArgumentException">The service has no such dependency.</exception>
    public void Dependency(string name, TimeSpan timeout)
    {
        var names = Service.Dependencies.Select(static dependency => dependency.Name).ToArray();
        if (!names.Contains(name, StringComparer.OrdinalIgnoreCase))
            throw new ArgumentException($"{Service} has no dependency named \"{name}\"; it has: {string.Join(", ", names)}.", nameof(name));

        Section.Below("Dependencies").Below(name).SetTime(nameof(Timeout), timeout);
    }
}
