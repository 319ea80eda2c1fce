using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pipeline.CompilerServices;
using Pipeline.Hosting;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class HealthTests
{
    private readonly Journal _journal = new();
    private readonly Vitals _vitals = new();

    [Test]
    public async Task Check_Diamond_AsksEachServiceOnce()
    {
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var report = await CheckAsync(app);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(report.Description, Is.EqualTo("All services are ready."));
        Assert.That(_vitals.Asked, Is.EquivalentTo(new[] { "Top", "Left", "Right", "Bottom" }));
        Assert.That(report.Data.Keys, Is.EquivalentTo(new[] { "Top", "Left", "Right", "Bottom" }));
        Assert.That(report.Data.Values, Has.All.EqualTo(new ServiceHealth { Status = HealthStatus.Healthy }));
    }

    [Test]
    public async Task Check_ServiceFarBelowIsUnhealthy_NamesThePathToIt()
    {
        var gone = new FileNotFoundException();
        _vitals.Say("Bottom", HealthCheckResult.Unhealthy("the model file is gone", gone)).Say("Right", HealthCheckResult.Degraded("slow"));
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var report = await CheckAsync(app);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Description, Is.EqualTo("Top → Left → Bottom: the model file is gone"));
        Assert.That(report.Exception, Is.SameAs(gone));
        Assert.That(report.Data, Is.EquivalentTo(new Dictionary<string, object>
        {
            ["Top"] = new ServiceHealth { Status = HealthStatus.Healthy },
            ["Left"] = new ServiceHealth { Status = HealthStatus.Healthy },
            ["Right"] = new ServiceHealth { Status = HealthStatus.Degraded, Description = "slow" },
            ["Bottom"] = new ServiceHealth { Status = HealthStatus.Unhealthy, Description = "the model file is gone" },
        }));
        Assert.That($"{report.Data["Bottom"]}, {report.Data["Top"]}", Is.EqualTo("Unhealthy: the model file is gone, Healthy"));
    }

    [Test]
    public async Task Check_DegradedBelowUnhealthy_TheWorstCounts()
    {
        _vitals.Say("Bottom", HealthCheckResult.Degraded("slow")).Say("Right", HealthCheckResult.Unhealthy("no memory"));
        await using var app = await StartAsync<Node<Diamond.Top>>();
        Assert.That((await CheckAsync(app)).Description, Is.EqualTo("Top → Right: no memory"));
    }

    [Test]
    public async Task Check_AsBadAsItsDependency_TheDependencyIsTheCause()
    {
        _vitals.Say("Top", HealthCheckResult.Unhealthy("it calls in vain")).Say("Right", HealthCheckResult.Unhealthy("no memory"));
        await using var app = await StartAsync<Node<Diamond.Top>>();
        Assert.That((await CheckAsync(app)).Description, Is.EqualTo("Top → Right: no memory"));
    }

    [Test]
    public async Task Check_WorseThanItsDependency_IsTheCauseItself()
    {
        _vitals.Say("Top", HealthCheckResult.Unhealthy("no memory")).Say("Right", HealthCheckResult.Degraded("slow"));
        await using var app = await StartAsync<Node<Diamond.Top>>();
        Assert.That((await CheckAsync(app)).Description, Is.EqualTo("Top: no memory"));
    }

    [Test]
    public async Task Check_DegradedOnly_IsDegradedWhateverTheFailureStatus()
    {
        _vitals.Say("Left", HealthCheckResult.Degraded());
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var report = await CheckAsync(app);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(report.Description, Is.EqualTo("Top → Left: Degraded"));
    }

    [Test]
    public async Task Check_Registered_UnhealthyIsItsFailureStatus()
    {
        _vitals.Say("Bottom", static (context, _) =>
        {
            Assert.That(context.Registration.Name, Is.EqualTo("Bottom"));
            return Task.FromResult(new HealthCheckResult(context.Registration.FailureStatus));
        });
        _vitals.Say("Left", HealthCheckResult.Unhealthy());
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var check = app.Services.GetRequiredService<PipelineHealthCheck>();
        var report = await check.CheckHealthAsync(new() { Registration = new("pipeline", check, HealthStatus.Degraded, ["ready"]) });

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(report.Data["Bottom"], Is.EqualTo(new ServiceHealth { Status = HealthStatus.Degraded }));
        Assert.That(report.Data["Left"], Is.EqualTo(new ServiceHealth { Status = HealthStatus.Unhealthy }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Check_ServiceThrows_IsUnhealthyWithItsException(bool atOnce)
    {
        var thrown = new InvalidDataException("spoilt");
        _vitals.Say("Left", (_, _) => atOnce ? throw thrown : Task.FromException<HealthCheckResult>(thrown));
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var report = await CheckAsync(app);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Unhealthy));
        Assert.That(report.Description, Is.EqualTo("Top → Left: spoilt"));
        Assert.That(report.Exception, Is.SameAs(thrown));
    }

    [Test]
    public async Task Check_ServicesThatBlock_AreAskedAtTheSameTime()
    {
        using var both = new Barrier(2);
        _vitals.Say("Left", MeetAsync).Say("Right", MeetAsync);
        await using var app = await StartAsync<Node<Diamond.Top>>();
        await CheckAsync(app);
        Assert.That(both.CurrentPhaseNumber, Is.EqualTo(1));

        Task<HealthCheckResult> MeetAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            both.SignalAndWait(cancellationToken);
            return Task.FromResult(HealthCheckResult.Healthy());
        }
    }

    [Test]
    public async Task Check_ServicesHang_AreGivenUpWithTheTokenAndNamed()
    {
        using var cancellation = new CancellationTokenSource();
        var received = new TaskCompletionSource<CancellationToken>(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource<HealthCheckResult>();
        _vitals.Say("Left", (_, token) =>
        {
            received.SetResult(token);
            return never.Task;
        });
        await using var app = await StartAsync<Node<Diamond.Top>>();
        var check = CheckAsync(app, cancellation.Token);
        var token = await received.Task;
        await WaitForAsync(() => _vitals.Asked.Count() == 4);
        await cancellation.CancelAsync();
        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => check);

        Assert.That(token, Is.EqualTo(cancellation.Token));
        Assert.That(thrown!.CancellationToken, Is.EqualTo(cancellation.Token));
        Assert.That(thrown.Message, Does.StartWith("These services had not said how they are: ").And.Contain("Left"));
    }

    [Test]
    public async Task Check_SeveralInstances_TheWorstCounts()
    {
        var asked = 0;
        _vitals.Say("Trio", (_, _) => Task.FromResult(
            Interlocked.Increment(ref asked) == 2 ? HealthCheckResult.Degraded("warming up") : HealthCheckResult.Healthy("fine")));
        await using var app = await StartAsync<Node<Trio>>();
        var report = await CheckAsync(app);

        Assert.That(asked, Is.EqualTo(3));
        Assert.That(report.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(report.Description, Is.EqualTo("Trio: warming up"));
    }

    [Test]
    public async Task Check_ServiceThatCannotSay_IsHealthy()
    {
        await using var app = await StartAsync<Summer>();
        var report = await CheckAsync(app);

        Assert.That(report.Status, Is.EqualTo(HealthStatus.Healthy));
        Assert.That(report.Data.Keys, Is.EquivalentTo(new[] { "Summer", "Doubler" }));
    }

    [Test]
    public async Task Check_ProxyOfTheApplication_IsNotAsked()
    {
        await using var app = await StartAsync<Node<Diamond.Left>>(
            static services => services.AddSingleton<Node<Diamond.Bottom>.Proxy, FakeBottom>());
        Assert.That((await CheckAsync(app)).Data.Keys, Is.EqualTo(new[] { "Left" }));
    }

    [Test]
    public void Cascade_DependencyAtAUrl_IsNotTheOneThatRunsHere()
    {
        var (bottom, distant) = (Node<Diamond.Bottom>.Definition, Node<Faulty.Distant>.Definition);
        var cascade = new HealthCascade([(bottom, HealthCheckResult.Unhealthy()), (distant, HealthCheckResult.Healthy())]);
        Assert.That(cascade.Worst([distant])!.Path, Is.EqualTo("Distant"));
    }

    [Test]
    public async Task Check_ServicesStartAndStop_SaysSo()
    {
        PipelineHealthCheck? check = null;
        var seen = new List<string?>();
        _journal.At("start Bottom", _ => SeeAsync()).At("stop Bottom", _ => SeeAsync()).At("dispose Bottom", _ => SeeAsync());
        var app = await StartAsync<Node<Diamond.Bottom>>(services => services.AddSingleton<Vitals>(provider =>
        {
            check = provider.GetRequiredService<PipelineHealthCheck>();
            return _vitals;
        }));
        await SeeAsync();
        await app.DisposeAsync();
        await SeeAsync();

        Assert.That(seen, Is.EqualTo(new[]
        {
            "Unhealthy: The pipeline is starting.",
            "Healthy: All services are ready.",
            "Unhealthy: The pipeline is shutting down.",
            "Unhealthy: The pipeline is shutting down.",
            "Unhealthy: The pipeline has stopped.",
        }));

        async Task SeeAsync()
        {
            var report = await check!.CheckHealthAsync(new());
            seen.Add($"{report.Status}: {report.Description}");
        }
    }

    private static Task<HealthCheckResult> CheckAsync(PipelineApp app, CancellationToken cancellationToken = default) =>
        app.Services.GetRequiredService<PipelineHealthCheck>().CheckHealthAsync(new(), cancellationToken);

    private static async Task WaitForAsync(Func<bool> condition)
    {
        while (!condition())
            await Task.Yield();
    }

    private Task<PipelineApp> StartAsync<TRoot>(Action<IServiceCollection>? configure = null)
        where TRoot : IService =>
        PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddSingleton(_journal).AddSingleton(_vitals);
            configure?.Invoke(builder.Services);
        });

    private sealed class Trio : INode
    {
        public static string Name => "Trio";

        public static int? Instances => 3;
    }
}
