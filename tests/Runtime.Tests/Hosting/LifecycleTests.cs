using Microsoft.Extensions.DependencyInjection;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class LifecycleTests
{
    private readonly Journal _journal = new();

    [Test]
    public async Task Start_Diamond_MakesAndStartsDependenciesFirst()
    {
        await using var app = await StartAsync();

        var creations = _journal.Events.Take(4).ToArray();
        Assert.That((creations[0], creations[3]), Is.EqualTo(("create Bottom", "create Top")));
        Assert.That(creations[1..3], Is.EquivalentTo(new[] { "create Left", "create Right" }));
        var starts = _journal.Events.Skip(4).ToArray();
        Assert.That(starts[0], Is.EqualTo("start Bottom"));
        Assert.That(starts[1..3], Is.EquivalentTo(new[] { "start Left", "start Right" }));
        Assert.That(starts[3..], Is.EqualTo(new[] { "start Top" }));
    }

    [Test]
    public async Task Start_DependencyStillStarting_DependentsWait()
    {
        _journal.At("start Bottom", async _ =>
        {
            for (var hop = 0; hop < 100; hop++)
                await Task.Yield();
            _journal.Note("Bottom is ready");
        });
        await using var app = await StartAsync();

        Assert.That(_journal.Events.Skip(4).Take(2), Is.EqualTo(new[] { "start Bottom", "Bottom is ready" }));
    }

    [Test]
    public async Task Start_SharedService_IsOneInstance()
    {
        await using var app = await StartAsync();

        Assert.That(_journal.Events.Count(static name => name == "create Bottom"), Is.EqualTo(1));
    }

    [Test]
    public async Task Start_IndependentServices_StartAtTheSameTime()
    {
        using var both = new Barrier(2);
        _journal.At("start Left", MeetAsync).At("start Right", MeetAsync);
        await using var app = await StartAsync();
        Assert.That(both.CurrentPhaseNumber, Is.EqualTo(1));

        Task MeetAsync(CancellationToken cancellationToken)
        {
            both.SignalAndWait(cancellationToken);
            return Task.CompletedTask;
        }
    }

    [Test]
    public async Task Dispose_Diamond_ShutsDownThenDisposesDependentsFirst()
    {
        var app = await StartAsync();
        var before = _journal.Events.Count;
        await app.DisposeAsync();

        Assert.That(InOrder(_journal.Events.Skip(before)), Is.EqualTo(new[]
        {
            "stop Top", "stop Left", "stop Right", "stop Bottom",
            "dispose Top", "dispose Left", "dispose Right", "dispose Bottom",
        }));
    }

    [Test]
    public async Task Dispose_Twice_DoesNothingMore()
    {
        var app = await StartAsync();
        await app.DisposeAsync();
        var events = _journal.Events;
        await app.DisposeAsync();

        Assert.That(_journal.Events, Is.EqualTo(events));
        Assert.Throws<ObjectDisposedException>(() => app.GetProxy<Node<Diamond.Top>.Proxy>());
    }

    [Test]
    public async Task Dispose_SomeFail_EndsTheOthersAndThrowsAll()
    {
        _journal.FailAt("stop Right").FailAt("dispose Top").FailAt("dispose Bottom");
        var app = await StartAsync();
        var thrown = await Assert.ThrowsAsync<AggregateException>(async () => await app.DisposeAsync());

        Assert.That(
            thrown!.InnerExceptions.Select(static failure => failure.Message),
            Is.EqualTo(new[]
            {
                "Right.Stop failed at shutdown: stop Right",
                "Top could not be disposed of: dispose Top",
                "Bottom could not be disposed of: dispose Bottom",
            }));
        Assert.That(thrown.InnerExceptions, Has.All.TypeOf<PipelineShutdownException>());
        Assert.That(thrown.InnerExceptions.Select(static failure => failure.InnerException), Has.All.TypeOf<InvalidDataException>());
        Assert.That(InOrder(_journal.Events.TakeLast(8)), Is.EqualTo(new[]
        {
            "stop Top", "stop Left", "stop Right", "stop Bottom",
            "dispose Top", "dispose Left", "dispose Right", "dispose Bottom",
        }));
        await app.DisposeAsync();
    }

    [Test]
    public async Task Start_HookFails_EndsWhatHadStartedAndNamesServiceAndHook()
    {
        var right = new TaskCompletionSource();
        _journal.At("start Right", _ =>
        {
            right.SetResult();
            return Task.CompletedTask;
        });
        _journal.At("start Left", async _ =>
        {
            await right.Task;
            throw new InvalidDataException("spoilt");
        });
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(StartAsync);

        Assert.That(thrown!.Message, Is.EqualTo("Left.Start failed at start-up: spoilt"));
        Assert.That(thrown.InnerException, Is.TypeOf<InvalidDataException>());
        var events = _journal.Events.Where(static name => !name.StartsWith("create", StringComparison.Ordinal)).ToArray();
        Assert.That(events, Has.None.EqualTo("start Top"));
        Assert.That(InOrder(events.SkipWhile(static name => name.StartsWith("start", StringComparison.Ordinal))), Is.EqualTo(new[]
        {
            "stop Right", "stop Bottom", "dispose Top", "dispose Left", "dispose Right", "dispose Bottom",
        }));
    }

    [Test]
    public async Task Start_HookFails_CancelsItsSiblings()
    {
        _journal.FailAt("start Left").At("start Right", static token => Task.Delay(Timeout.Infinite, token));
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(StartAsync);
        Assert.That(thrown!.InnerException!.Message, Is.EqualTo("start Left"));
    }

    [Test]
    public async Task Start_ConstructorFails_NamesTheServiceAndDisposesTheOthers()
    {
        _journal.FailAt("create Top");
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(StartAsync);

        Assert.That(thrown!.Message, Is.EqualTo("Top could not be created: create Top"));
        Assert.That(thrown.InnerException, Is.TypeOf<InvalidDataException>());
        Assert.That(InOrder(_journal.Events.Skip(4)), Is.EqualTo(new[] { "dispose Left", "dispose Right", "dispose Bottom" }));
    }

    [Test]
    public async Task Start_Canceled_CancelsHooksAndEndsWhatHadStarted()
    {
        using var cancellation = new CancellationTokenSource();
        _journal.At("start Left", async token =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, token);
        });
        await Assert.CatchAsync<OperationCanceledException>(() => StartAsync(cancellation.Token));

        Assert.That(_journal.Events, Has.None.EqualTo("start Top"));
        Assert.That(_journal.Events, Has.Member("stop Bottom").And.None.EqualTo("stop Left"));
        Assert.That(
            InOrder(_journal.Events.TakeLast(4)), Is.EqualTo(new[] { "dispose Top", "dispose Left", "dispose Right", "dispose Bottom" }));
    }

    [Test]
    public async Task Start_CanceledBefore_CreatesNothing()
    {
        await Assert.CatchAsync<OperationCanceledException>(() => StartAsync(new CancellationToken(canceled: true)));
        Assert.That(_journal.Events, Is.Empty);
    }

    // Left and Right depend on each other in nothing, and end at the same time.
    private static string[] InOrder(IEnumerable<string> events)
    {
        string[] all = [.. events];
        for (var place = 1; place < all.Length; place++)
        {
            if (all[place].EndsWith("Left", StringComparison.Ordinal) && all[place - 1].EndsWith("Right", StringComparison.Ordinal))
                (all[place - 1], all[place]) = (all[place], all[place - 1]);
        }

        return all;
    }

    private Task<PipelineApp> StartAsync() => StartAsync(CancellationToken.None);

    private Task<PipelineApp> StartAsync(CancellationToken cancellationToken) =>
        PipelineApp.StartAsync<Node<Diamond.Top>>(builder => builder.Services.AddSingleton(_journal), cancellationToken);
}
