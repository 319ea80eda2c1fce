using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

/// <summary>What configuration may say of a pipeline, and what it is told where that cannot be meant.</summary>
public sealed class ConfigurationTests : IDisposable
{
    private readonly Journal _journal = new();
    private readonly RecordingLogger _log = new();

    public void Dispose() => _log.Dispose();

    [TestCase("Botom", "Pipeline:Services:Botom is for no service known here; did you mean Bottom?")]
    [TestCase("LEFTT", "Pipeline:Services:LEFTT is for no service known here; did you mean Left?")]
    [TestCase("Warehouse", "Pipeline:Services:Warehouse is for no service known here; these are: Left, Bottom.")]
    public async Task UnknownService_IsAWarningWithTheNearestName(string name, string warning)
    {
        await using var app = await StartAsync(($"Services:{name}:Timeout", "1s"));
        Assert.That(_log.Lines, Has.One.EqualTo($"Warning: {warning}"));
    }

    [Test]
    public async Task UnknownService_WhereStrict_StopsTheStart()
    {
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(
            () => StartAsync(("Services:Botom:Timeout", "1s"), ("Strict", "true")));
        Assert.That(thrown!.Problems, Is.EqualTo(new[] { "Pipeline:Services:Botom is for no service known here; did you mean Bottom?" }));
        Assert.That(_journal.Events, Is.Empty);
    }

    [Test]
    public async Task UnknownKey_BelowAKnownService_StopsTheStart()
    {
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync(("Services:Bottom:Timeuot", "1s")));
        Assert.That(thrown!.Problems.Single(), Does.StartWith("Pipeline:Services:Bottom:Timeuot is not known; these are:"));
    }

    [Test]
    public async Task UnknownKey_BesideAKnownOne_StopsTheStart()
    {
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync(("DrainTime", "1s"), ("Strict", "false")));
        Assert.That(thrown!.Problems.Single(), Does.StartWith("Pipeline:DrainTime is not known; these are:"));
    }

    [Test]
    public async Task Section_OfSomebodyElse_IsIgnored()
    {
        await using var app = await StartAsync(("Stages", "4"), ("Endpoint", "https://ci"));
        Assert.That(_log.Lines, Has.None.StartsWith("Warning"));
    }

    [Test]
    public async Task Code_OverridesWhatIsDeclared_AndConfigurationOverridesCode()
    {
        var configuration = new ConfigurationManager { ["Pipeline:Services:Crowd:Instances"] = "1" };
        await using (var app = await PipelineApp.StartAsync<Node<Crowd>>(builder => Add(builder).Service<Node<Crowd>>(static crowd => crowd.Instances = 2)))
            Assert.That(_journal.Events.Count(static name => name == "create Crowd"), Is.EqualTo(2), "3 are declared");

        await using (var app = await PipelineApp.StartAsync<Node<Crowd>>(builder =>
        {
            builder.Configuration = configuration;
            Add(builder).Service<Node<Crowd>>(static crowd => crowd.Instances = 2);
        }))
        {
            Assert.That(_journal.Events.Count(static name => name == "create Crowd"), Is.EqualTo(3));
        }
    }

    [Test]
    public async Task Code_ThatCannotBe_StopsTheStartAsConfigurationDoes()
    {
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => PipelineApp.StartAsync<Node<Crowd>>(
            builder => Add(builder).Service<Node<Crowd>>(static crowd => crowd.Instances = 0)));
        Assert.That(thrown!.Problems, Is.EqualTo(new[] { "Pipeline:Services:Crowd:Instances is \"0\": write a whole number, 1 or more." }));
    }

    [Test]
    public void Code_ThatNamesNoApi_SaysWhichThereAre() =>
        Assert.That(
            () => new ServiceCollection().AddPipeline<Summer>().Service<Summer>(static summer => summer.Api("Summ", static _ => { })),
            Throws.ArgumentException.With.Message.Contains("Summer has no API named \"Summ\"; it has: Sum."));

    [Test]
    public void Settings_GiveBackWhatWasSet()
    {
        ServiceSettings? seen = null;
        new ServiceCollection().AddPipeline<Summer>().Service<Summer>(settings =>
        {
            settings.Timeout = TimeSpan.FromHours(24);
            settings.AttemptTimeout = Timeout.InfiniteTimeSpan;
            settings.Concurrency = 4;
            settings.Retry(static retry => retry.BackoffType = RetryBackoff.Linear);
            settings.Url = "https://a";
            settings.Url = null;
            seen = settings;
        });

        Assert.That((seen!.Timeout, seen.AttemptTimeout), Is.EqualTo(((TimeSpan?)TimeSpan.FromHours(24), (TimeSpan?)Timeout.InfiniteTimeSpan)));
        Assert.That((seen.Concurrency, seen.Instances, seen.Url), Is.EqualTo(((int?)4, (int?)null, (string?)null)));
    }

    private Task<PipelineApp> StartAsync(params (string Key, string Value)[] options) => PipelineApp.StartAsync<Node<Diamond.Left>>(builder =>
    {
        Add(builder);
        foreach (var (key, value) in options)
            builder.Configuration[$"Pipeline:{key}"] = value;
    });

    private PipelineAppBuilder Add(PipelineAppBuilder builder)
    {
        builder.Services.AddSingleton(_journal);
        builder.Logging.AddProvider(_log);
        return builder;
    }
}
