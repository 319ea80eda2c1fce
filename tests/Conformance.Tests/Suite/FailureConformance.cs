namespace Pipeline.Conformance.Tests.Suite;

/// <summary>A call fails with what the service threw, wherever that was.</summary>
public abstract class FailureConformance<TReach>
    where TReach : Reach, new()
{
    private static readonly string[] Restorable =
    [
        "invalid", "argument", "null", "range", "disposed", "key", "timeout", "unicode", "empty", "own", "private", "inner", "aggregate",
        "canceled", "task canceled",
    ];

    private readonly TReach _reach = new();
    private Reached<Failures.Proxy> _failures = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => _failures = await _reach.StartAsync<Failures, Failures.Proxy>(new());

    [OneTimeTearDown]
    public async Task StopAsync() => await _failures.DisposeAsync();

    [Test]
    public async Task Exception_OfAnyApiOnAnyView_IsTheServicesOwn([ValueSource(nameof(Restorable))] string how)
    {
        var expected = Failures.Make(how);
        foreach (var actual in await CatchAllAsync(how))
        {
            Assert.That(actual.GetType(), Is.EqualTo(expected.GetType()));
            Assert.That(actual.Message, Is.EqualTo(expected.Message));
            Assert.That(actual.InnerException?.GetType(), Is.EqualTo(expected.InnerException?.GetType()));
            Assert.That(actual.InnerException?.Message, Is.EqualTo(expected.InnerException?.Message));
            Assert.That(actual.StackTrace, Does.Contain(nameof(Failures)));
        }
    }

    [Test]
    public async Task Exception_ThatCannotBeMadeAgain_IsNamed([Values("quota", "prefixed")] string how)
    {
        var expected = Failures.Make(how);
        foreach (var actual in await CatchAllAsync(how))
        {
            Assert.That(actual.Message, Is.EqualTo(expected.Message));
            Assert.That(actual.StackTrace, Does.Contain(nameof(Failures)));
            if (!_reach.IsByValue)
                Assert.That(actual.GetType(), Is.EqualTo(expected.GetType()));
            else
                Assert.That(actual, Is.InstanceOf<RemoteServiceException>().With.Property("OriginalType").EqualTo(expected.GetType().FullName));
        }
    }

    [Test]
    public async Task Cancellation_ThatCannotBeMadeAgain_StaysACancellation()
    {
        foreach (var actual in await CatchAllAsync("given up"))
            Assert.That(actual, Is.InstanceOf<OperationCanceledException>().With.Message.EqualTo("Given up after 3."));
    }

    [Test]
    public async Task Aggregate_KeepsAllThatFailed()
    {
        var aggregate = (AggregateException)(await CatchAllAsync("aggregate"))[0];

        Assert.That(aggregate.InnerExceptions.Select(static inner => inner.Message), Is.EqualTo(["One.", "Two."]));
        Assert.That(aggregate.InnerExceptions[1], Is.InstanceOf<OutOfStockException>());
    }

    [TestCase("invalid", TaskStatus.Faulted)]
    [TestCase("own", TaskStatus.Faulted)]
    [TestCase("canceled", TaskStatus.Canceled)]
    [TestCase("task canceled", TaskStatus.Canceled)]
    [TestCase("given up", TaskStatus.Canceled)]
    public async Task FailureOnTheAsyncView_IsInTheTaskOnly(string how, TaskStatus status)
    {
        Task[] tasks =
        [
            _failures.Proxy.ToAsync.Sync(how),
            _failures.Proxy.ToAsync.Before(how),
            _failures.Proxy.ToAsync.After(how),
            _failures.Proxy.ToAsync.Void(how),
        ];
        foreach (var task in tasks)
        {
            await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Assert.That(task.Status, Is.EqualTo(status));
        }
    }

    [Test]
    public async Task NoTask_IsAFailureThatNamesTheApi()
    {
        Assert.That(async () => await _failures.Proxy.ToAsync.NoTask(), Throws.InvalidOperationException.With.Message.Contains("Failures.NoTask"));
        Assert.That(() => _failures.Proxy.NoTask(), Throws.InvalidOperationException.With.Message.Contains("returned null"));
        Assert.That(await CatchAsync(_failures.Proxy.ToAsync.Before("own")), Is.InstanceOf<OutOfStockException>());
    }

    [Test]
    public async Task Stream_FailingAtAnyItem_GivesThoseBefore([Values(0, 1, 50)] int items, [Values("own", "canceled")] string how)
    {
        var expected = Failures.Make(how);
        var proxy = _failures.Proxy;

        Assert.That(await StreamReader.ReadAsync(proxy.ToAsync.AsyncStream(items, how)), Is.EqualTo((items, expected.GetType(), expected.Message)));
        Assert.That(await StreamReader.ReadAsync(proxy.ToAsync.SyncStream(items, how)), Is.EqualTo((items, expected.GetType(), expected.Message)));
        Assert.That(StreamReader.Read(proxy.AsyncStream(items, how)), Is.EqualTo((items, expected.GetType(), expected.Message)));
        Assert.That(StreamReader.Read(proxy.SyncStream(items, how)), Is.EqualTo((items, expected.GetType(), expected.Message)));
    }

    private async Task<Exception[]> CatchAllAsync(string how) =>
    [
        Catch(() => _failures.Proxy.Sync(how)),
        Catch(() => _failures.Proxy.Before(how)),
        Catch(() => _failures.Proxy.After(how)),
        Catch(() => _failures.Proxy.Void(how)),
        await CatchAsync(_failures.Proxy.ToAsync.Sync(how)),
        await CatchAsync(_failures.Proxy.ToAsync.Before(how)),
        await CatchAsync(_failures.Proxy.ToAsync.After(how)),
        await CatchAsync(_failures.Proxy.ToAsync.Void(how)),
    ];

    private static Exception Catch(Action call) => Assert.Catch(() => call())!;

    private static async Task<Exception> CatchAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (Exception exception)
        {
            return exception;
        }

        throw new AssertionException("The call did not fail.");
    }
}
