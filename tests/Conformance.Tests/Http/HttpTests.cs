using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests.Http;

[NotOverHttp]
public sealed class HttpValues : ValueConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpSignatures : SignatureConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpFailures : FailureConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpCancellation : CancellationConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpStreams : StreamConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpConcurrency : ConcurrencyConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpIsolation : IsolationConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpLimits : LimitConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpPressure : PressureConformance<HttpReach>;

[NotOverHttp]
public sealed class HttpAttempts : AttemptConformance<HttpReach>;

/// <summary>What HTTP cannot carry is refused and said.</summary>
public sealed class HttpRefusals
{
    [Test]
    public async Task StreamArgument_IsRefusedAtStart() =>
        await Assert.ThatAsync(
            static () => new HttpReach().StartAsync<Listening, Listening.Proxy>(new()),
            Throws.TypeOf<PipelineStartupException>().With.Message.Contains("takes the stream"));

    [Test]
    public async Task HalfOfASurrogatePair_IsAnError_BothWays()
    {
        await using var values = await new HttpReach().StartAsync<Values, Values.Proxy>(new());
        await Assert.ThatAsync(() => values.Proxy.ToAsync.Text("a\uD800"), Throws.TypeOf<NotSupportedException>());
        await Assert.ThatAsync(() => values.Proxy.ToAsync.Character('\uDFFF'), Throws.TypeOf<NotSupportedException>());
        await using var streams = await new HttpReach().StartAsync<Streams, Streams.Proxy>(new());
        await Assert.ThatAsync(async () => await streams.Proxy.ToAsync.Texts().ToListAsync(), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public void EveryReason_StandsInTheDocumentation()
    {
        string page = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Documentation", "http.md"));
        string words = string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        foreach (string reason in NotOverHttpAttribute.Cases.Values.Distinct())
            Assert.That(words, Does.Contain(reason));
    }
}
