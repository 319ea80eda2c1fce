using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;
using Pipeline.Traces;

namespace Pipeline.Integration.Tests.Traces;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class PipelineTracesTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly Gates _gates = new();

    [Test]
    public async Task Request_IsKept_WithItsCallsAndItsPath()
    {
        await using var app = await StartAsync();
        var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(1);
        await _gates.Begun(1);
        _time.Advance(TimeSpan.FromSeconds(3));
        _gates.Open(1);
        await call;

        var request = app.Services.GetRequiredService<PipelineTraces>().Recent.Single();
        Assert.That(
            request.Root.DescendantsAndSelf().Select(static call => call.Name),
            Is.EqualTo(new[] { "Front/Enter", "Middle/Enter", "Gated/Enter" }));
        Assert.That(request.Duration, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That(
            request.Path.Segments.Select(static part => $"{part.Call} {part.Duration.TotalSeconds}"),
            Is.EqualTo(new[] { "Gated/Enter 3" }));
        Assert.That(request.IsTruncated, Is.False);
        Assert.That(request.Time, Is.EqualTo(_time.Start));
    }

    [Test]
    public async Task Queue_IsOnThePath()
    {
        await using var app = await StartAsync(("Gated:Concurrency", "1"));
        await CallTwiceAsync(app.GetProxy<Gated.Proxy>());

        var waited = app.Services.GetRequiredService<PipelineTraces>().Recent[0];
        Assert.That(
            waited.Path.Segments.Select(static part => (part.IsQueue, part.Duration.TotalSeconds)),
            Is.EqualTo(new[] { (true, 2.0), (false, 1.0) }));
    }

    [Test]
    public async Task Stream_IsKept()
    {
        await using var app = await StartAsync();
        await app.GetProxy<Front.Proxy>().ToAsync.SumOfSquares(2);

        var request = app.Services.GetRequiredService<PipelineTraces>().Recent.Single();
        Assert.That(
            request.Root.Calls.Where(static call => call.IsStream).Select(static call => call.Name),
            Is.EqualTo(new[] { "Gated/Numbers", "Gated/NumbersLater" }));
    }

    [Test]
    public async Task Requests_AreBounded_TheSampleToo()
    {
        await using var app = await StartAsync(static options => (options.Recent, options.PerApi, options.MaxCalls) = (3, 2, 4));
        for (var call = 0; call < 5; call++)
            app.GetProxy<Gated.Proxy>().Square(call);
        app.GetProxy<Front.Proxy>().Squares(1);

        var traces = app.Services.GetRequiredService<PipelineTraces>();
        Assert.That(
            traces.Recent.Select(static request => request.Root.Name),
            Is.EqualTo(new[] { "Front/Squares", "Gated/Square", "Gated/Square" }));
        Assert.That(traces.Find("Gated/Square")!.Count, Is.EqualTo(5));
        Assert.That(traces.Find("Gated/Square")!.Sample, Has.Count.EqualTo(2));
        Assert.That(traces.Apis.Select(static api => api.Name), Is.EqualTo(new[] { "Front/Squares", "Gated/Square" }));
        Assert.That(traces.Recent[0].IsTruncated);
        Assert.That(traces.Recent[0].Root.DescendantsAndSelf().Count(), Is.EqualTo(4));
    }

    [Test]
    public async Task Profile_SaysWhereTheTimeGoes()
    {
        await using var app = await StartAsync();
        var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(1);
        await _gates.Begun(1);
        _time.Advance(TimeSpan.FromSeconds(4));
        _gates.Open(1);
        await call;

        var profile = app.Services.GetRequiredService<PipelineTraces>().Find("Front/Enter")!;
        Assert.That(profile.Durations.P50, Is.EqualTo(TimeSpan.FromSeconds(4)));
        Assert.That(profile.Callees[0].Name, Is.EqualTo("Gated/Enter"));
        Assert.That(profile.Callees[0].Share, Is.EqualTo(1));
        Assert.That(profile.Callees[0].Saves, Is.EqualTo(TimeSpan.FromSeconds(2)));
        Assert.That(profile.WhatIf(new WhatIf().Faster("Middle/Enter", 4)).P50, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task OtherPipelines_AreNotRecorded()
    {
        await using var app = await StartAsync();
        await using var other = await PipelineApp.StartAsync<Calculator>();
        other.GetProxy<Calculator.Proxy>().Add(1, 2);

        Assert.That(app.Services.GetRequiredService<PipelineTraces>().Recent, Is.Empty);
    }

    [Test]
    public async Task EndedContainer_RecordsNothingMore()
    {
        var app = await StartAsync();
        var traces = app.Services.GetRequiredService<PipelineTraces>();
        await app.DisposeAsync();
        await using var other = await PipelineApp.StartAsync<Front>(builder => builder.Services.AddSingleton(_gates));
        other.GetProxy<Front.Proxy>().Squares(1);

        Assert.That(traces.Recent, Is.Empty);
    }

    [Test]
    public async Task Recorded_IsRaisedWithEachRequest()
    {
        await using var app = await StartAsync();
        var recorded = new List<RequestTrace>();
        app.Services.GetRequiredService<PipelineTraces>().Recorded += recorded.Add;
        app.GetProxy<Gated.Proxy>().Square(2);

        Assert.That(recorded.Single().Root.Name, Is.EqualTo("Gated/Square"));
    }

    [Test]
    public async Task WhatIf_MoreSlots_IsAnsweredFromTheRequestsThatWaited()
    {
        await using var app = await StartAsync(("Gated:Concurrency", "1"));
        await CallTwiceAsync(app.GetProxy<Gated.Proxy>());

        var traces = app.Services.GetRequiredService<PipelineTraces>();
        var answer = traces.WhatIf("Gated/Enter", new WhatIf().WithSlots("Gated", 2))!;
        Assert.That(
            (answer.Before.P95, answer.After.P95, answer.Requests),
            Is.EqualTo((TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(2), 2)));
        Assert.That(traces.WhatIf("Gated/Enter", new WhatIf())!.After, Is.EqualTo(answer.Before), "the limit that there is");
        Assert.That(traces.WhatIf("Gated/Enter", new WhatIf().Faster("Gated/Enter", 2))!.After.P95, Is.EqualTo(TimeSpan.FromSeconds(1.5)));
        Assert.That(traces.WhatIf("Nobody/Nothing", new WhatIf()), Is.Null);
    }

    [Test]
    public async Task Profile_IsWrittenAtTheEnd_WithWhatEachApiCalled()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid()}.json");
        await using (var app = await StartAsync(options => options.ProfileFile = file))
        {
            var call = app.GetProxy<Front.Proxy>().ToAsync.Enter(1);
            await _gates.Begun(1);
            _time.Advance(TimeSpan.FromSeconds(4));
            _gates.Open(1);
            await call;
        }

        using var profile = JsonDocument.Parse(await File.ReadAllTextAsync(file));
        File.Delete(file);
        Assert.That(profile.RootElement.GetProperty("version").GetInt32(), Is.EqualTo(1));
        Assert.That(
            profile.RootElement.GetProperty("apis").EnumerateArray().Select(static api =>
                $"{api.GetProperty("api")} {api.GetProperty("p50")} {api.GetProperty("own")} {api.GetProperty("callees")[0].GetProperty("callee")}"),
            Is.EqualTo(new[] { "Front/Enter 4000 0 Middle/Enter", "Middle/Enter 4000 0 Gated/Enter" }));
    }

    [Test]
    public async Task Profile_ThatCannotBeWritten_FailsNothing()
    {
        string file = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid()}", "profile.json");
        await using (var app = await StartAsync(options => options.ProfileFile = file))
            app.GetProxy<Gated.Proxy>().Square(2);

        Assert.That(file, Does.Not.Exist);
    }

    private Task<PipelineApp> StartAsync(params (string Key, string Value)[] options) => StartAsync(static _ => { }, options);

    /// <summary>Two calls: the second waits two seconds for the first, and runs for one.</summary>
    private async Task CallTwiceAsync(Gated.Proxy gated)
    {
        var first = gated.ToAsync.Enter(1);
        await _gates.Begun(1);
        var second = gated.ToAsync.Enter(2);
        _time.Advance(TimeSpan.FromSeconds(2));
        _gates.Open(1);
        await _gates.Begun(2);
        _time.Advance(TimeSpan.FromSeconds(1));
        _gates.Open(2);
        await Gather.All(first, second);
    }

    private Task<PipelineApp> StartAsync(Action<PipelineTracesOptions> configure, params (string Key, string Value)[] options) =>
        PipelineApp.StartAsync<Front>(builder =>
        {
            builder.Services.AddSingleton(_gates).AddSingleton<TimeProvider>(_time).AddPipelineTraces(configure);
            foreach (var (key, value) in options)
                builder.Configuration[$"Pipeline:Services:{key}"] = value;
        });
}
