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
        Assert.That(await ReportAsync(host), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has not started.")));
        Assert.That(_journal.Events, Is.Empty);
        await host.StartAsync();
        Assert.That(await ReportAsync(host), Is.EqualTo((HealthStatus.Healthy, "All services are ready.")));
        await host.StopAsync();
        Assert.That(await ReportAsync(host), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has stopped.")));
    }

    [Test]
    public async Task Report_TwoRoots_TheWorstCounts()
    {
        _vitals.Say("Right", HealthCheckResult.Unhealthy("no memory")).Say("Bottom", HealthCheckResult.Degraded("slow"));
        using var host = Build();
        await host.StartAsync();
        Assert.That(await ReportAsync(host), Is.EqualTo((HealthStatus.Unhealthy, "Right: no memory")));
    }

    [Test]
    public async Task Report_PipelineDidNotStart_IsUnhealthy()
    {
        _journal.FailAt("start Left");
        using var host = Build();
        await Assert.ThrowsAsync<PipelineStartupException>(() => host.StartAsync());
        Assert.That(await ReportAsync(host), Is.EqualTo((HealthStatus.Unhealthy, "The pipeline has stopped.")));
    }

    private static async Task<(HealthStatus Status, string? Description)> ReportAsync(IHost host)
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(static check => check.Tags.Contains("ready"));
        return (report.Entries["pipeline"].Status, report.Entries["pipeline"].Description);
    }

    private IHost Build()
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Services.AddSingleton(_journal).AddSingleton(_vitals);
        builder.Services.AddPipeline<Node<Diamond.Left>>().AddPipeline<Node<Diamond.Right>>();
        builder.Services.AddHealthChecks().AddCheck<PipelineHealthCheck>("pipeline", tags: ["ready"]);
        return builder.Build();
    }
}
