using Microsoft.Extensions.DependencyInjection;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Calls;

public sealed class ScopedAttemptTests
{
    [Test]
    public async Task Attempts_OfOneCall_HaveAScopeEach()
    {
        var log = new UnitLog();
        await using var app = await PipelineApp.StartAsync<Ledger>(builder =>
        {
            builder.Services.AddSingleton(log).AddScoped<Unit>();
            builder.Configuration["Pipeline:Services:Ledger:Apis:Write:Resilience:Retry:Delay"] = "1ms";
        });

        Assert.That(await app.GetProxy<Ledger.Proxy>().ToAsync.Write(2), Is.EqualTo("3|2"));
        Assert.That((log.Opened, log.Closed), Is.EqualTo((3, 3)));
    }
}
