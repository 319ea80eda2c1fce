namespace Pipeline.Integration.Tests.Calls;

public sealed class HedgingTests
{
    private const string Attempts = "Flaky:Apis:Read:Resilience:Hedging:MaxHedgedAttempts";

    [Test]
    public async Task Hedging_TheFirstAttemptIsSlow_TheSecondAnswersAndTheFirstIsCanceled()
    {
        await using var app = await FlakyApp.StartAsync((Attempts, "1"), ("Flaky:Apis:Read:Resilience:Hedging:Delay", "50ms"));
        var canceled = new TaskCompletionSource();
        app.Script.Answer = async (number, token) =>
        {
            if (number > 1)
                return number;
            await using var registration = token.Register(canceled.SetResult);
            await Task.Delay(Timeout.Infinite, token);
            return number;
        };

        Assert.That(await await app.PassUntilEndedAsync(app.Reader.ToAsync.Read()), Is.EqualTo(2));
        Assert.That(app.Script.Attempts, Is.EqualTo(new[] { 1, 2 }));
        await canceled.Task;
    }

    [Test]
    public async Task Hedging_AnAttemptFails_TheNextStartsAtOnce()
    {
        await using var app = await FlakyApp.StartAsync((Attempts, "2"), ("Flaky:Apis:Read:Resilience:Hedging:Delay", "1h"));
        app.Script.Answer = static (number, _) => number < 3 ? throw new IOException($"{number}") : Task.FromResult(number);

        Assert.That(await app.Reader.ToAsync.Read(), Is.EqualTo(3));
    }

    [Test]
    public async Task Hedging_AllFail_ThrowsTheFailureOfOneThatSaysWhich()
    {
        await using var app = await FlakyApp.StartAsync((Attempts, "1"));
        app.Script.Answer = static (number, _) => throw new IOException($"{number}");

        var exception = (await Assert.ThrowsAsync<IOException>(() => app.Reader.ToAsync.Read()))!;
        Assert.That($"{CallFailure.Of(exception)!.Attempt}", Is.EqualTo(exception.Message));
    }

    [Test]
    public async Task Hedging_OfASyncApi_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(
            () => FlakyApp.StartAsync(("Flaky:Apis:Count:Resilience:Hedging:MaxHedgedAttempts", "2"))))!;

        Assert.That(exception.Problems, Has.Exactly(1).Contains("Hedging cannot be for Flaky.Count").And.Exactly(1).Contains("RunsOnPool"));
    }

    [Test]
    public async Task Hedging_BesideRetries_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(
            () => FlakyApp.StartAsync((Attempts, "1"), ("Flaky:Apis:Read:Resilience:Retry:MaxRetryAttempts", "1"))))!;

        Assert.That(exception.Problems, Is.EqualTo(new[]
        {
            "Pipeline:Services:Flaky:Apis:Read:Resilience has Retry and Hedging: choose one. A hedged call tries again at a failure already.",
        }));
    }

    [Test]
    public async Task Hedging_OfAnApiNotIdempotent_StopsTheStart()
    {
        var exception = (await Assert.ThrowsAsync<PipelineStartupException>(
            () => FlakyApp.StartAsync(("Flaky:Apis:Save:Resilience:Hedging:Delay", "1s"))))!;

        Assert.That(exception.Problems, Has.Exactly(1).Contains("Apis:Save:Resilience:Hedging may call Flaky.Save more than once"));
    }
}
