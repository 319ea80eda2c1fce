using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class HostHealthTests
{
    private readonly Journal _journal = new();
    private readonly Vitals _vitals = new();

    [Test]
    public async Task Report_FollowsTheHost()
    {
        using var host = Build();
        Assert.That(await ReportAsync(host.Services), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has not started.")));
        Assert.That(_journal.Events, Is.Empty);
        await host.StartAsync();
        Assert.That(await ReportAsync(host.Services), Is.EqualTo((HealthStatus.Healthy, "All services are ready.")));
        await host.StopAsync();
        Assert.That(await ReportAsync(host.Services), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has stopped.")));
    }

    [Test]
    public async Task Report_WhileHostedServicesStop_SaysSoThoughTheyMayStillCall()
    {
        using var host = Build(static services => services.AddHostedService<LastCaller>());
        await host.StartAsync();
        await host.StopAsync();

        var last = (LastCaller)host.Services.GetRequiredService<IEnumerable<IHostedService>>().Single(static service => service is LastCaller);
        Assert.That(last.Report, Is.EqualTo((HealthStatus.Unhealthy, "The pipeline is shutting down.")));
        Assert.That(last.Dependencies, Is.EqualTo(1));
    }

    [Test]
    public async Task Report_TwoRoots_TheWorstCounts()
    {
        _vitals.Say("Right", HealthCheckResult.Unhealthy("no memory")).Say("Bottom", HealthCheckResult.Degraded("slow"));
        using var host = Build();
        await host.StartAsync();
        Assert.That(await ReportAsync(host.Services), Is.EqualTo((HealthStatus.Unhealthy, "Right: no memory")));
    }

    [Test]
    public async Task Report_PipelineDidNotStart_IsUnhealthy()
    {
        _journal.FailAt("start Left");
        using var host = Build();
        await Assert.ThrowsAsync<PipelineStartupException>(() => host.StartAsync());
        Assert.That(await ReportAsync(host.Services), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has stopped.")));
    }

    private static async Task<(HealthStatus Status, string? Description)> ReportAsync(IServiceProvider services)
    {
        var report = await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(static check => check.Tags.Contains("ready"));
        return (report.Entries["pipeline"].Status, report.Entries["pipeline"].Description);
    }

    private IHost Build(Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(_journal).AddSingleton(_vitals);
        builder.Services.AddPipeline<Node<Diamond.Left>>();
        builder.Services.AddPipeline<Node<Diamond.Right>>();
        builder.Services.AddHealthChecks().AddPipeline();
        configure?.Invoke(builder.Services);
        return builder.Build();
    }

    private sealed class LastCaller(IServiceProvider services, Node<Diamond.Left>.Proxy left) : IHostedService
    {
        public (HealthStatus Status, string? Description) Report { get; private set; }

        public int Dependencies { get; private set; }

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken)
        {
            Report = await ReportAsync(services);
            Dependencies = left.Dependencies.Count;
        }
    }
}
