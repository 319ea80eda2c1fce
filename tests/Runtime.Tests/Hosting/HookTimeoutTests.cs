using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Runtime.Tests.Services;

namespace Pipeline.Runtime.Tests.Hosting;

public class HookTimeoutTests
{
    private readonly Journal _journal = new();
    private readonly FakeTimeProvider _time = new();

    [Test]
    public async Task Start_HookRunsOver_FailsNamingItWithoutWaitingForIt()
    {
        var left = Hang("start Left");
        var starting = StartAsync<Node<Diamond.Top>>();
        var token = await left.Begun;
        _time.Advance(TimeSpan.FromMinutes(5));
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => starting);

        Assert.That(thrown!.Message, Is.EqualTo(
            "Left.Start failed at start-up: it did not end within 5m; raise [OnStartup(Timeout)] or Pipeline:Services:Left:StartupTimeout."));
        Assert.That(thrown.InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(token.IsCancellationRequested);
        Assert.That(_journal.Events, Has.None.EqualTo("start Top").And.None.EqualTo("stop Left"));
        Assert.That(_journal.Events.TakeLast(6).Take(3), Is.EqualTo(new[] { "stop Right", "stop Bottom", "dispose Top" }));
        Assert.That(_journal.Events.TakeLast(3), Is.EquivalentTo(new[] { "dispose Right", "dispose Left", "dispose Bottom" }));
    }

    [Test]
    public async Task Start_HookFailsAfterItsTime_IsObserved()
    {
        using var unobserved = new UnobservedExceptions();
        var bottom = Hang("start Bottom");
        var starting = StartAsync<Node<Diamond.Bottom>>();
        (await bottom.Begun).Register(static () => throw new InvalidDataException("callback after its time"));
        _time.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<PipelineStartupException>(() => starting);
        bottom.FailWith(new InvalidDataException("hook after its time"));

        Assert.That(
            unobserved.Collect(),
            Has.None.Matches<Exception>(static exception => exception!.ToString().Contains("after its time", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Start_HookBlocksItsThread_FailsAllTheSame()
    {
        using var release = new ManualResetEventSlim();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _journal.At("start Bottom", _ =>
        {
            begun.SetResult();
            release.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        var starting = StartAsync<Node<Diamond.Bottom>>();
        await begun.Task;
        _time.Advance(TimeSpan.FromMinutes(5));

        await Assert.ThrowsAsync<PipelineStartupException>(() => starting);
        release.Set();
    }

    [Test]
    public async Task Start_HookEndsInTime_Starts()
    {
        var bottom = Hang("start Bottom");
        var starting = StartAsync<Node<Diamond.Bottom>>();
        var token = await bottom.Begun;
        _time.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromTicks(1));
        bottom.End();

        await using var app = await starting;
        Assert.That(token.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task Start_SiblingIgnoresItsToken_IsWaitedForUntilItsTimeIsUp()
    {
        var (left, right) = (Hang("start Left"), Hang("start Right"));
        var starting = StartAsync<Node<Diamond.Top>>();
        var token = await right.Begun;
        var canceled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        token.Register(canceled.SetResult);
        await left.Begun;
        left.FailWith(new InvalidDataException("spoilt"));
        await canceled.Task;
        Assert.That(_journal.Events, Has.None.StartsWith("stop"));
        _time.Advance(TimeSpan.FromMinutes(5));

        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => starting);
        Assert.That(thrown!.Message, Is.EqualTo("Left.Start failed at start-up: spoilt"));
    }

    [Test]
    public async Task Start_SiblingBlocksItsCancellation_FailsAllTheSame()
    {
        using var block = new ManualResetEventSlim();
        var (left, right) = (Hang("start Left"), Hang("start Right"));
        var starting = StartAsync<Node<Diamond.Top>>();
        var blocked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        (await right.Begun).Register(() =>
        {
            blocked.SetResult();
            block.Wait(CancellationToken.None);
        });
        await left.Begun;
        left.FailWith(new InvalidDataException("spoilt"));
        await blocked.Task;
        right.End();

        var ended = await Task.WhenAny(starting, Task.Delay(TimeSpan.FromSeconds(10)));
        block.Set();
        Assert.That(ended, Is.SameAs(starting));
        await Assert.ThrowsAsync<PipelineStartupException>(() => starting);
    }

    [TestCase(null, "7m; raise [OnStartup(Timeout)] or Pipeline:Services:Patient:StartupTimeout.", 7)]
    [TestCase("1m", "1m; raise Pipeline:Services:Patient:StartupTimeout.", 1)]
    public async Task Start_TimeDeclaredOrConfigured_IsWhatTheHookHas(string? configured, string message, int minutes)
    {
        var patient = Hang("start Patient");
        var starting = StartAsync<Node<Patient>>(("Patient:StartupTimeout", configured));
        await patient.Begun;
        _time.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromTicks(1));
        Assert.That(starting.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(() => starting);
        Assert.That(thrown!.Message, Is.EqualTo($"Patient.Start failed at start-up: it did not end within {message}"));
    }

    [TestCase(null, "2s; raise [OnShutdown(Timeout)] or Pipeline:Services:Patient:ShutdownTimeout.", 2)]
    [TestCase("90s", "90s; raise Pipeline:Services:Patient:ShutdownTimeout.", 90)]
    public async Task Stop_TimeDeclaredOrConfigured_IsWhatTheHookHas(string? configured, string message, int seconds)
    {
        var patient = Hang("stop Patient");
        var app = await StartAsync<Node<Patient>>(("Patient:ShutdownTimeout", configured));
        var stopping = app.DisposeAsync().AsTask();
        await patient.Begun;
        _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        Assert.That(stopping.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromTicks(1));

        var thrown = await Assert.ThrowsAsync<AggregateException>(() => stopping);
        Assert.That(thrown!.InnerExceptions.Single().Message, Is.EqualTo($"Patient.Stop failed at shutdown: it did not end within {message}"));
    }

    [Test]
    public async Task Stop_HookRunsOver_TheOthersStillRun()
    {
        var left = Hang("stop Left");
        var app = await StartAsync<Node<Diamond.Top>>();
        var before = _journal.Events.Count;
        var stopping = app.DisposeAsync().AsTask();
        var token = await left.Begun;
        _time.Advance(TimeSpan.FromSeconds(30));
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => stopping);

        Assert.That(token.IsCancellationRequested);
        Assert.That(thrown!.InnerExceptions.Single(), Is.TypeOf<PipelineShutdownException>());
        Assert.That(thrown.InnerExceptions.Single().InnerException, Is.TypeOf<TimeoutException>());
        Assert.That(_journal.Events.Skip(before), Is.EquivalentTo(new[]
        {
            "stop Top", "stop Right", "stop Left", "stop Bottom",
            "dispose Top", "dispose Right", "dispose Left", "dispose Bottom",
        }));
    }

    [TestCase(null, 30)]
    [TestCase("2s", 2)]
    public async Task Dispose_ServiceRunsOver_TheOthersAreDisposedOf(string? configured, int seconds)
    {
        var left = Hang("dispose Left");
        var app = await StartAsync<Node<Diamond.Left>>(("Left:ShutdownTimeout", configured));
        var stopping = app.DisposeAsync().AsTask();
        await left.Begun;
        _time.Advance(TimeSpan.FromSeconds(seconds));
        var thrown = await Assert.ThrowsAsync<AggregateException>(() => stopping);

        Assert.That(thrown!.InnerExceptions.Single().Message, Is.EqualTo(
            $"Left could not be disposed of: it did not end within {seconds}s; raise Pipeline:Services:Left:ShutdownTimeout."));
        Assert.That(_journal.Events.TakeLast(2), Is.EqualTo(new[] { "dispose Left", "dispose Bottom" }));
    }

    [Test]
    public async Task Start_ConfiguredTimeIsNone_SaysSo()
    {
        var thrown = await Assert.ThrowsAsync<PipelineStartupException>(
            () => StartAsync<Node<Diamond.Bottom>>(("Bottom:StartupTimeout", "30"), ("Bottom:ShutdownTimeout", "never")));
        Assert.That(thrown!.Problems, Is.EqualTo(new[]
        {
            "Pipeline:Services:Bottom:StartupTimeout is \"30\": write a positive time such as \"30s\", \"250ms\" or \"00:00:30\".",
            "Pipeline:Services:Bottom:ShutdownTimeout is \"never\": write a positive time such as \"30s\", \"250ms\" or \"00:00:30\".",
        }));
    }

    [Test]
    public async Task Start_ConfiguredTimeIsLongerThanATimerTakes_Starts()
    {
        await using var app = await StartAsync<Node<Diamond.Bottom>>(("Bottom:StartupTimeout", "10000h"));
        Assert.That(_journal.Events, Has.Member("start Bottom"));
    }

    private HangingHook Hang(string name)
    {
        var hook = new HangingHook();
        _journal.At(name, hook.RunAsync);
        return hook;
    }

    private Task<PipelineApp> StartAsync<TRoot>(params (string Key, string? Value)[] options)
        where TRoot : Pipeline.CompilerServices.IService =>
        PipelineApp.StartAsync<TRoot>(builder =>
        {
            builder.Services.AddSingleton(_journal).AddSingleton<TimeProvider>(_time);
            foreach (var (key, value) in options.Where(static option => option.Value is not null))
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
        });

    private sealed class Patient : INode
    {
        public static string Name => "Patient";

        public static TimeSpan? StartupTimeout => TimeSpan.FromMinutes(7);

        public static TimeSpan? ShutdownTimeout => TimeSpan.FromSeconds(2);
    }
}
