using Microsoft.Extensions.Configuration;

namespace Pipeline.Hosting;

/// <summary>The options that definitions carry and this version does not act on, so that nobody relies on them unawares.</summary>
internal static class UnenforcedOptions
{
    public static IReadOnlyList<string> Of(ServiceDefinition service, IConfiguration? configuration)
    {
        var section = ServiceConfiguration.Of(service, configuration);
        (string Name, object? Value)[] own =
        [
            ("Instances", service.Instances ?? (object?)section?["Instances"]),
            ("Concurrency", service.Concurrency ?? (object?)section?["Concurrency"]),
            ("QueueLimit", service.QueueLimit ?? (object?)section?["QueueLimit"]),
            ("Timeout", service.Timeout ?? (object?)section?["Timeout"]),
        ];
        return
        [
            .. own.Where(static option => option.Value is not null).Select(static option => option.Name),
            .. service.Apis.Where(static api => api.Timeout is not null).Select(static api => $"{api.Name}.Timeout"),
            .. service.Dependencies.Where(static to => to.Timeout is not null).Select(static to => $"{to.Name}.Timeout"),
        ];
    }
}
