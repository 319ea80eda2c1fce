namespace Pipeline.Conformance.Tests.Suite;

/// <summary>What is tried again, and what is never, does not depend on where the service runs.</summary>
public abstract class AttemptConformance<TReach>
    where TReach : Reach, new()
{
    private const string Resilience = "Pipeline:Services:Trying:Resilience";

    private static readonly (string, string)[] Retry = [($"{Resilience}:Retry:MaxRetryAttempts", "5")];

    private static readonly (string, string)[] Breaker =
    [
        ($"{Resilience}:CircuitBreaker:MinimumThroughput", "2"),
        ($"{Resilience}:CircuitBreaker:FailureRatio", "0.1"),
    ];

    [Test]
    public async Task FailureThatMayPass_IsTriedAgain()
    {
        await using var trying = await StartAsync(Retry);

        var call = trying.Proxy.ToAsync.Recover();
        await trying.Probe.LetTimePassAsync(call);

        Assert.That(await call, Is.EqualTo(3));
        Assert.That(trying.Probe.Kept("runs"), Is.EqualTo(3));
    }

    [Test]
    public async Task FailuresThatMayPass_OpenTheCircuit()
    {
        await using var trying = await StartAsync(Breaker);
        await Assert.ThatAsync(() => trying.Proxy.ToAsync.Break(), Throws.TypeOf<IOException>());
        await Assert.ThatAsync(() => trying.Proxy.ToAsync.Break(), Throws.TypeOf<IOException>());

        await Assert.ThatAsync(() => trying.Proxy.ToAsync.Break(), Throws.TypeOf<ServiceUnavailableException>());
        Assert.That(trying.Probe.Kept("runs"), Is.EqualTo(2));
    }

    [Test]
    public async Task MistakeOfTheCaller_IsNotTriedAgainAndOpensNoCircuit()
    {
        await using var trying = await StartAsync([.. Retry, .. Breaker]);

        for (int run = 1; run <= 5; run++)
        {
            var call = trying.Proxy.ToAsync.Refuse(7);
            await trying.Probe.LetTimePassAsync(call);
            await Assert.ThatAsync(() => call, Throws.TypeOf<ArgumentException>().With.Message.Contains($"at {run}."));
        }
    }

    [Test]
    public async Task StreamThatIsAnArgument_IsNotReadByTwoAttempts()
    {
        await using var reading = await new TReach().StartAsync<Reading, Reading.Proxy>(
            new(), ("Pipeline:Services:Reading:Resilience:Retry:MaxRetryAttempts", "5"));

        var call = reading.Proxy.ToAsync.Sum(AsyncEnumerable.Range(1, 10));
        await reading.Probe.LetTimePassAsync(call);
        await Assert.ThatAsync(() => call, Throws.TypeOf<IOException>());
        Assert.That(reading.Probe.Kept("runs"), Is.EqualTo(1));
    }

    private static Task<Reached<Trying.Proxy>> StartAsync(params (string, string)[] settings) =>
        new TReach().StartAsync<Trying, Trying.Proxy>(new(), settings);
}
