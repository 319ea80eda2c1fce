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
            ("Instances", section?["Instances"] ?? (object?)service.Instances),
            ("Concurrency", section?["Concurrency"] ?? (object?)service.Concurrency),
            ("QueueLimit", section?["QueueLimit"] ?? (object?)service.QueueLimit),
            ("Timeout", section?["Timeout"] ?? (object?)service.Timeout),
        ];
        return
        [
            .. own.Where(IsUnenforced).Select(static option => option.Name),
            .. service.Apis.Where(static api => api.Timeout is not null).Select(static api => $"{api.Name}.Timeout"),
            .. service.Dependencies.Where(static to => to.Timeout is not null).Select(static to => $"{to.Name}.Timeout"),
        ];
    }

    // One instance is what every service has anyway.
    private static bool IsUnenforced((string Name, object? Value) option) =>
        option.Value is not null && option is not { Name: "Instances", Value: 1 or "1" };
}
