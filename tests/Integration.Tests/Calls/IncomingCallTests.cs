using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Pipeline.Integration.Services;
using Pipeline.Transports;

namespace Pipeline.Integration.Tests.Calls;

public sealed class IncomingCallTests
{
    [Test]
    public async Task Call_WhoseTimeIsUp_CancelsTheTokenOfWhatRunsOn()
    {
        var time = new FakeTimeProvider();
        var script = new Script();
        var heard = new TaskCompletionSource<CancellationToken>();
        script.Answer = (_, token) =>
        {
            heard.SetResult(token);
            return new TaskCompletionSource<int>().Task;
        };
        await using var app = await PipelineApp.StartAsync<Flaky>(
            builder => builder.Services.AddSingleton(script).AddSingleton<TimeProvider>(time).AddSingleton<IncomingCalls>());
        var answer = HandleAsync();
        var token = await heard.Task;
        time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(async () => await answer, Throws.TypeOf<ServiceTimeoutException>().With.Message.StartsWith("Caller → Flaky"));
        Assert.That(token.IsCancellationRequested);

        async Task<int> HandleAsync()
        {
            using var call = app.Services.GetRequiredService<IncomingCalls>().Begin(
                new() { Path = "Caller → Flaky", Service = "Flaky", Api = "Read", Remaining = TimeSpan.FromSeconds(1) }, CancellationToken.None);
            return await app.GetProxy<Flaky.Proxy>().ToAsync.Read(call.Token).ConfigureAwait(false);
        }
    }
}
