using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public sealed class LogTests : IDisposable
{
    private readonly RecordingLogger _log = new();
    private readonly Journal _journal = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _log.Dispose();

    [Test]
    public async Task Start_SaysHowLongEachServiceTook()
    {
        _journal.At("start Bottom", _ => Pass(20)).At("start Left", _ => Pass(5));
        await using var app = await StartAsync<Node<Diamond.Left>>();

        Assert.That(_log.Lines, Is.EqualTo(new[]
        {
            "Information: Started service Bottom in 20 ms.",
            "Information: Started service Left in 5 ms.",
            "Information: Started the pipeline of 2 services in 25 ms.",
        }));

        Task Pass(int milliseconds)
        {
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return Task.CompletedTask;
        }
    }

    [Test]
    public async Task Dispose_SomeFail_LogsEach()
    {
        _journal.FailAt("stop Left").FailAt("dispose Bottom");
        var app = await StartAsync<Node<Diamond.Left>>();
        await Assert.ThrowsAsync<AggregateException>(async () => await app.DisposeAsync());

        Assert.That(_log.Lines.Skip(3), Is.EqualTo(new[]
        {
            "Error: Left.Stop failed at shutdown. (stop Left)",
            "Error: Bottom could not be disposed of. (dispose Bottom)",
            "Information: Stopped the pipeline.",
        }));
    }

    [Test]
    public async Task Start_SecondFailure_IsLogged()
    {
        var bothStarted = new Barrier(2);
        var leftFailed = new TaskCompletionSource();
        _journal.At("start Left", token =>
        {
            token.Register(leftFailed.SetResult);
            bothStarted.SignalAndWait(token);
            throw new InvalidDataException("first");
        });
        _journal.At("start Right", async token =>
        {
            bothStarted.SignalAndWait(token);
            await leftFailed.Task;
            throw new InvalidDataException("second");
        });
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => StartAsync<Node<Diamond.Top>>());

        Assert.That(thrown!.InnerException!.Message, Is.EqualTo("first"));
        Assert.That(_log.Lines, Has.Member("Error: Another service failed at start-up. (Right.Start failed at start-up: second)"));
    }

    private Task<PipelineApp> StartAsync<TRoot>(Action<PipelineAppBuilder>? configure = null)
        where TRoot : Pipeline.CompilerServices.IService =>
        PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Logging.AddProvider(_log);
            builder.Services.AddSingleton(_journal).AddSingleton<TimeProvider>(_time);
            configure?.Invoke(builder);
        });
}
