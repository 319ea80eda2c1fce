using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>What callers see of failures, and the log.</summary>
public sealed class FailureTests
{
    [Test]
    public async Task Logger_ThatThrows_ChangesNoAnswer()
    {
        await using var app = await WorkerApp.StartAsync(
            static builder => builder.Logging.AddProvider(new BrokenLogger()), ("Boss:Timeout", "1s"), ("Worker:Timeout", "1s"));
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new UnreadableException());
        Assert.That(async () => await app.Boss.ToAsync.Run(1), Throws.TypeOf<UnreadableException>());

        app.Bodies.Run = static async (id, token) =>
        {
            token.Register(static () => throw new IOException("not now"));
            await Task.Delay(Timeout.Infinite, token);
            return id;
        };
        var late = app.Boss.ToAsync.Run(1);
        app.Time.Advance(TimeSpan.FromSeconds(2));
        Assert.That(async () => await late, Throws.TypeOf<ServiceTimeoutException>());
    }

    [Test]
    public async Task Exception_ThatIsKeptAndThrownAgain_NamesTheCallItCameOutOf()
    {
        await using var app = await WorkerApp.StartAsync(("Boss:Timeout", "1s"));
        var kept = new IOException("kept");
        app.Bodies.Run = (_, _) => Task.FromException<int>(kept);
        Assert.That(async () => await app.Boss.ToAsync.Run(1), Throws.InstanceOf<IOException>());
        Assert.That(CallFailure.Of(kept)?.Path, Is.EqualTo("Boss → Worker"));

        Assert.That(async () => await app.Helper.ToAsync.Run(1), Throws.InstanceOf<IOException>());
        Assert.That(CallFailure.Of(kept)?.Path, Is.EqualTo("Helper"));
    }

    [Test]
    public async Task Failure_IsLoggedOnce()
    {
        await using var app = await WorkerApp.StartAsync(("Boss:Timeout", "1s"));
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new IOException("once"));
        Assert.That(async () => await app.Boss.ToAsync.Run(1), Throws.InstanceOf<IOException>());

        Assert.That(app.Log.All.Where(static line => line.Contains("failed")), Has.Exactly(1).Items.And.All.Contains("Boss → Worker.Run"));
    }

    [Test]
    public async Task Cancellation_OfAClientsOwn_IsLogged()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "5"));
        app.Bodies.Run = static (_, _) => Task.FromException<int>(new TaskCanceledException("HttpClient.Timeout", new TimeoutException()));
        Assert.That(async () => await app.Worker.ToAsync.Run(1), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(app.Log.All, Has.One.Contains("Worker.Run failed"));
    }

    [Test]
    public async Task Failures_OfGatheredWork_AreSeenThroughALimitToo([Values] bool isLimited)
    {
        await using var app = await WorkerApp.StartAsync(isLimited ? [("Worker:Concurrency", "5")] : []);
        app.Bodies.Run = static (_, _) => Several(new IOException("first"), new ArgumentException("second"));
        var call = app.Worker.ToAsync.Run(1);
        await ((Task)call).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        Assert.That(call.Exception?.InnerExceptions, Has.Count.EqualTo(2));

        static Task<int> Several(params Exception[] exceptions)
        {
            var source = new TaskCompletionSource<int>();
            source.SetException(exceptions);
            return source.Task;
        }
    }

    [Test]
    public async Task Recursion_WithoutAnEnd_FailsWithWhatRepeats()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Timeout", "1h"), ("Helper:Timeout", "1h"));
        app.Bodies.Run = async (id, token) =>
        {
            await Task.Yield();
            return id % 2 == 0 ? await app.Worker.ToAsync.Run(id + 1, token) : await app.Helper.ToAsync.Run(id + 1, token);
        };

        Assert.That(
            async () => await app.Worker.ToAsync.Run(1),
            Throws.TypeOf<CallDepthException>().With.Message.Contains("Helper.Run → Worker.Run").Or.Message.Contains("Worker.Run → Helper.Run"));
    }

    [Test]
    public async Task Work_ThatStartsItsSuccessorUnawaited_NeverReachesTheLimit()
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Concurrency", "100"));
        const int length = 5_000;
        var ended = new TaskCompletionSource<string>();
        app.Bodies.Run = async (id, token) =>
        {
            await Task.Yield();
            token.ThrowIfCancellationRequested();
            if (id == length)
                ended.SetResult(CallContext.Current.Path);
            else
                _ = app.Worker.ToAsync.Run(id + 1, CancellationToken.None);
            return id;
        };
        await app.Worker.ToAsync.Run(1);

        Assert.That((await ended.Task).Length, Is.LessThan(10_000));
    }

    private sealed class UnreadableException : Exception
    {
        public override string Message => throw new InvalidOperationException("unreadable");

        public override string ToString() => throw new InvalidOperationException("unreadable");
    }

    private sealed class BrokenLogger : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new IOException("the disk is full");

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (eventId.Id > 100)
                throw new IOException("the disk is full");
        }

        public void Dispose()
        {
        }
    }
}
