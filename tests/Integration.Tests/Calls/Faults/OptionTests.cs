namespace Pipeline.Integration.Tests.Calls.Faults;

/// <summary>What options of a call mean, and what stops the start.</summary>
public sealed class OptionTests
{
    [TestCase("off")]
    [TestCase("false")]
    [TestCase("")]
    [TestCase(null)]
    public async Task Retry_SwitchedOff_IsOff(string? value)
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Resilience:Retry", value));
        var attempts = 0;
        app.Bodies.Run = (_, _) =>
        {
            attempts++;
            return Task.FromException<int>(new IOException("down"));
        };

        Assert.That(async () => await app.Worker.ToAsync.Run(1), Throws.InstanceOf<IOException>());
        Assert.That(attempts, Is.EqualTo(1));
    }

    [TestCase("Worker:Resilience:Retry", "maybe", "\"on\" for the defaults, or \"off\"")]
    [TestCase("Worker:Resilience", "on", "write a section")]
    [TestCase("Worker:Apis", "Run", "write a section")]
    [TestCase("Worker:Resilience:Retry:BackoffType", "1", "one of Constant, Linear, Exponential")]
    [TestCase("Worker:Timeout", "24:00", null)]
    [TestCase("Worker:Timeout", "soon", "or \"none\"")]
    [TestCase("Helper:QueueLimit", "5", "nothing to queue for")]
    public void Option_ThatCannotBeMeant_StopsTheStart(string key, string value, string? problem)
    {
        if (problem is null)
            Assert.That(async () => await (await WorkerApp.StartAsync((key, value))).DisposeAsync(), Throws.Nothing);
        else
            Assert.That(() => WorkerApp.StartAsync((key, value)), Throws.TypeOf<PipelineStartupException>().With.Message.Contains(problem));
    }

    [TestCase("24:00:00", 24.0)]
    [TestCase("1.00:00:00", 24.0)]
    [TestCase("90m", 1.5)]
    [TestCase("none", null)]
    public async Task Timeout_OfAnApi_IsAsItIsWritten_AndLiftsItsServices(string written, double? hours)
    {
        await using var app = await WorkerApp.StartAsync(("Worker:Timeout", "1s"), ("Worker:Apis:Run:Timeout", written));
        TimeSpan? left = TimeSpan.Zero;
        app.Bodies.Run = (id, _) =>
        {
            left = CallContext.Current.Remaining;
            return Task.FromResult(id);
        };
        await app.Worker.ToAsync.Run(1);

        Assert.That(left?.TotalHours, Is.EqualTo(hours));
    }
}
