using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Pipeline.Hosting;

/// <summary>The time in which the host of a container stops.</summary>
internal static class HostShutdown
{
    private const string OptionsType = "Microsoft.Extensions.Hosting.HostOptions, Microsoft.Extensions.Hosting";

    /// <summary>The host's own default.</summary>
    private static readonly TimeSpan Default = TimeSpan.FromSeconds(30);

    /// <summary>What a host without a limit is taken to have.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary><c>HostOptions.ShutdownTimeout</c>; null where no host runs the container.</summary>
    public static TimeSpan? TimeOf(IServiceProvider provider)
    {
        if (provider.GetService<IServiceProviderIsService>()?.IsService(typeof(IHostApplicationLifetime)) is not true)
            return null;

        var time = Configured(provider) ?? Default;
        return time > TimeSpan.Zero ? time : Longest;
    }

    // By name: the package of the abstractions has no such options, and the package that has them brings along a whole host.
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "The host itself uses these options: their code is there.")]
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "The host itself uses these options: they are not trimmed away.")]
    private static TimeSpan? Configured(IServiceProvider provider)
    {
        if (Type.GetType(OptionsType, throwOnError: false) is not { } type)
            return null;

        var options = provider.GetService(typeof(IOptions<>).MakeGenericType(type));
        return options is IOptions<object> { Value: var value } ? (TimeSpan?)type.GetProperty("ShutdownTimeout")?.GetValue(value) : null;
    }
}
