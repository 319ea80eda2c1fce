using Microsoft.Extensions.DependencyInjection;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

/// <summary>Several instances of a service: created, started, stopped and disposed of together.</summary>
public class InstanceTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Create_ThirdInstanceFails_DisposesOfTheOthers()
    {
        var created = 0;
        _journal.At("create Crowd", _ => Interlocked.Increment(ref created) == 3 ? throw new InvalidDataException("spoilt") : Task.CompletedTask);
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(StartAsync<Node<Crowd>>);

        Assert.That(thrown!.Message, Is.EqualTo("Crowd could not be created: spoilt"));
        Assert.That(_journal.Events.Count(static name => name == "dispose Crowd"), Is.EqualTo(2));
    }

    [Test]
    public async Task Start_OneInstanceFails_DisposesOfAll()
    {
        var started = 0;
        _journal.At("start Crowd", _ => Interlocked.Increment(ref started) == 2 ? throw new InvalidDataException("spoilt") : Task.CompletedTask);
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(StartAsync<Node<Crowd>>);

        Assert.That(thrown!.Message, Is.EqualTo("Crowd.Start failed at start-up: spoilt"));
        Assert.That(_journal.Events.Count(static name => name == "dispose Crowd"), Is.EqualTo(3));
    }

    [TestCase("create Crowd")]
    [TestCase("start Crowd")]
    public async Task Start_Instances_LoadAtTheSameTime(string name)
    {
        using var all = Meet(3, name);
        await using var app = await StartAsync<Node<Crowd>>();
        Assert.That(all.CurrentPhaseNumber, Is.EqualTo(1));
    }

    [TestCase("stop Crowd")]
    [TestCase("dispose Crowd")]
    public async Task Dispose_Instances_EndAtTheSameTime(string name)
    {
        using var all = Meet(3, name);
        var app = await StartAsync<Node<Crowd>>();
        await app.DisposeAsync();
        Assert.That(all.CurrentPhaseNumber, Is.EqualTo(1));
    }

    [TestCase("create")]
    [TestCase("stop")]
    [TestCase("dispose")]
    public async Task IndependentServices_GoAtTheSameTime(string what)
    {
        using var both = Meet(2, $"{what} Left", $"{what} Right");
        var app = await StartAsync<Node<Diamond.Top>>();
        await app.DisposeAsync();
        Assert.That(both.CurrentPhaseNumber, Is.EqualTo(1));
    }

    private Barrier Meet(int count, params string[] events)
    {
        var barrier = new Barrier(count);
        foreach (var name in events)
        {
            _journal.At(name, token =>
            {
                barrier.SignalAndWait(token);
                return Task.CompletedTask;
            });
        }

        return barrier;
    }

    private Task<PipelineApp> StartAsync<TRoot>()
        where TRoot : Pipeline.CompilerServices.IService =>
        PipelineApp.StartAsync<TRoot>(builder => builder.Services.AddSingleton(_journal));
}
