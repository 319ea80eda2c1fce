using Microsoft.Extensions.DependencyInjection;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

/// <summary>Each execution of a body has a scope of its own, which is disposed of when the body, or its stream, ends.</summary>
public sealed class ScopeTests
{
    private UnitLog _log = null!;
    private PipelineApp _app = null!;
    private Ledger.Proxy _ledger = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _log = new UnitLog();
        _app = await PipelineApp.StartAsync<Ledger>(builder => builder.Services.AddSingleton(_log).AddScoped<Unit>());
        _ledger = _app.GetProxy<Ledger.Proxy>();
    }

    [TearDown]
    public async Task StopAsync()
    {
        await _app.DisposeAsync();
        Assert.That(_log.Closed, Is.EqualTo(_log.Opened), "every scope is disposed of");
    }

    [Test]
    public async Task Calls_OnEitherView_HaveAScopeEach()
    {
        Assert.That(_ledger.Read(5), Is.EqualTo("5|s|1|0"));
        Assert.That(_log.Closed, Is.EqualTo(1), "a sync call waits for the disposal");
        Assert.That(await _ledger.ToAsync.Read(6, "t"), Is.EqualTo("6|t|2|1"));
        Assert.That(_ledger.Write(0), Is.EqualTo("3|2"));
        Assert.That(await _ledger.ToAsync.Write(0), Is.EqualTo("4|3"));
        Assert.That(await _ledger.ToAsync.Count(), Is.EqualTo(5));
        _ledger.Check();
        await _ledger.ToAsync.Check();
        Assert.That(_log.Closed, Is.EqualTo(7));
    }

    [Test]
    public async Task Streams_OnEitherView_KeepTheirScopeUntilTheyEnd()
    {
        Assert.That(_ledger.Lines(2).ToList(), Is.EqualTo(new[] { "1|0", "1|0" }));
        Assert.That(await _ledger.ToAsync.Lines(2).ToListAsync(), Is.EqualTo(new[] { "2|1", "2|1" }));
        Assert.That(_ledger.Lines(2L).ToList(), Is.EqualTo(new[] { "3|2", "3|2" }));
        Assert.That(await _ledger.ToAsync.Lines(2L).FirstAsync(), Is.EqualTo("4|3"));
        Assert.That(_log.Closed, Is.EqualTo(4), "one given up, too");
    }

    [Test]
    public void Call_ThatFails_DisposesOfItsScope()
    {
        Assert.That(async () => await _ledger.ToAsync.Write(9), Throws.TypeOf<IOException>());
        Assert.That(() => _ledger.Write(9), Throws.TypeOf<IOException>());
        Assert.That(_log.Closed, Is.EqualTo(2));
    }

    [Test]
    public async Task ParallelCalls_ShareNoScope()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => _ledger.ToAsync.Count()));

        Assert.That(answers, Is.Unique);
    }

    [Test]
    public void Parameters_FromAScope_AreNotAmongTheApis() =>
        Assert.That(Ledger.Definition.Apis[0].Parameters.Select(static parameter => parameter.Name), Is.EqualTo(new[] { "x", "scope" }));

    [Test]
    public void Start_WithoutTheService_NamesIt() => Assert.That(
        async () => await PipelineApp.StartAsync<Ledger>(builder => builder.Services.AddSingleton(_log)),
        Throws.TypeOf<PipelineStartupException>().With.Message.Contains("unit"));
}
