using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Pipeline.Hosting;

/// <summary>What code sets, and over it what the application's configuration says.</summary>
internal sealed class PipelineConfiguration : IDisposable
{
    private readonly ConfigurationRoot _root;

    public PipelineConfiguration(IServiceProvider provider)
    {
        var registration = provider.GetRequiredService<PipelineRegistration>();
        var builder = new ConfigurationBuilder().AddInMemoryCollection(registration.Settings);
        if ((registration.Configuration ?? provider.GetService<IConfiguration>()) is { } configured)
            builder.AddConfiguration(configured);
        _root = (ConfigurationRoot)builder.Build();
    }

    /// <summary>The whole configuration; null where its section named <c>Pipeline</c> is none of ours.</summary>
    public IConfiguration? Current => Keys(_root.GetSection(PipelineKeys.Section))
        .Intersect(PipelineKeys.All, StringComparer.OrdinalIgnoreCase).Any() ? _root : null;

    /// <summary>Calls back after each change, until the registration is disposed of.</summary>
    public IDisposable OnChange(Action callback) =>
        ChangeToken.OnChange(((IConfiguration)_root).GetReloadToken, callback);

    public void Dispose() => _root.Dispose();

    private static IEnumerable<string> Keys(IConfigurationSection section) => section.GetChildren().Select(static child => child.Key);
}
