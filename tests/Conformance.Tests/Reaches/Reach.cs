using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pipeline.CompilerServices;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>How a service is reached. A transport under test is one more of these.</summary>
public abstract class Reach
{
    /// <summary>Whether arguments and results cross as copies, and nothing else of the two sides is shared.</summary>
    public abstract bool IsByValue { get; }

    /// <summary>Whether the service gets the caller's very token, and not one that is canceled with it.</summary>
    public virtual bool SharesTokens => !IsByValue;

    /// <summary>Whether a sync API runs in the slots of the service also for callers on the sync view, since it cannot run on their thread.</summary>
    public virtual bool SyncCallsTakeSlots => IsByValue;

    /// <summary>What both sides are configured with.</summary>
    private IReadOnlyList<(string Key, string Value)> Settings { get; set; } = [];

    /// <summary>Starts a service and gives the proxy that reaches it this way.</summary>
    /// <param name="probe">What the service has seen.</param>
    /// <param name="settings">Keys of the configuration, on both sides.</param>
    public async Task<Reached<TProxy>> StartAsync<TService, TProxy>(Probe probe, params (string Key, string Value)[] settings)
        where TService : class, IService
        where TProxy : ServiceProxy
    {
        Settings = settings;
        var app = await PipelineApp.StartAsync<TService>(builder =>
        {
            builder.Services.AddSingleton(probe).AddSingleton<TimeProvider>(probe.Clock);
            ApplySettings(builder.Configuration);
            Configure(builder, TService.Definition);
        });
        return await ConnectAsync<TService, TProxy>(app, probe);
    }

    /// <summary>Changes how the service runs.</summary>
    protected virtual void Configure(PipelineAppBuilder builder, ServiceDefinition service)
    {
    }

    /// <summary>Configures one side as the test wants it.</summary>
    protected void ApplySettings(IConfiguration configuration)
    {
        foreach (var (key, value) in Settings)
            configuration[key] = value;
    }

    /// <summary>Goes the way to the service, which runs in a pipeline of its own.</summary>
    protected abstract Task<Reached<TProxy>> ConnectAsync<TService, TProxy>(PipelineApp app, Probe probe)
        where TService : class, IService
        where TProxy : ServiceProxy;
}
