using Microsoft.Extensions.DependencyInjection;
using Pipeline.Integration.Services;
using Pipeline.Integration.Services.@namespace.@class;

namespace Pipeline.Integration.Tests;

public sealed class CompositionTests
{
    [Test]
    public async Task Composition_WithDependenciesOfEveryForm_RunsThem()
    {
        var journal = new Journal();
        await using (var app = await StartAsync(journal))
        {
            Assert.That(journal.Lines, Is.EqualTo(["begin", "warm 4", "settle"]));
            Assert.That(
                await app.GetProxy<Composition.Proxy>().ToAsync.Describe(),
                Is.EqualTo("3 u! twin admins blue 3  1 True True"));
        }

        Assert.That(journal.Lines.Skip(3), Is.EqualTo(["end"]));
    }

    [Test]
    public void Definition_OfDependencies_HasThemWithTheirOptions()
    {
        Assert.That(
            Composition.Definition.Dependencies.Select(dependency => (dependency.Name, dependency.Service.Name, dependency.Url, dependency.Timeout)),
            Is.EqualTo<(string, string, string?, TimeSpan?)[]>([
                ("calculator", "Calculator", null, null),
                ("twin", "Calculator of twins", null, TimeSpan.FromMinutes(1)),
                ("Users", "Users", null, null),
                ("Admins", "Admins", null, null),
            ]));
    }

    [Test]
    public async Task Start_WithNothingRegistered_NamesAllThatIsMissing()
    {
        var exception = await Assert.ThrowsAsync<PipelineStartupException>(async () => await PipelineApp.StartAsync<Composition>());

        Assert.That(exception?.Problems, Has.Some.Contains("journal").And.Some.Contains("colour").And.Some.Contains("Clock"));
        Assert.That(exception?.Problems, Has.None.Contains("retries").And.None.Contains("address"));
    }

    [Test]
    public async Task InheritedApis_OfAService_AreCalledAsDeclared()
    {
        await using var app = await PipelineApp.StartAsync<Admins>();
        var admins = app.GetProxy<Admins.Proxy>();

        Assert.That(admins.Find("a"), Is.EqualTo("a!"));
        Assert.That(admins.Who(), Is.EqualTo("admins"));
        Assert.That(admins.Describe("x"), Is.EqualTo("text x"));
        Assert.That(await admins.ToAsync.Count(), Is.EqualTo(42));
        Assert.That(await admins.ToAsync.Level(), Is.EqualTo(7));
    }

    [Test]
    public async Task NestedService_Deep_Runs()
    {
        await using var app = await PipelineApp.StartAsync<Outer.Middle.IInner.Deep>();

        Assert.That(await app.GetProxy<Outer.Middle.IInner.Deep.Proxy>().ToAsync.Depth(), Is.EqualTo(3));
    }

    [Test]
    public async Task Keywords_AsNamesOfEverything_Run()
    {
        await using var app = await PipelineApp.StartAsync<@event>();
        var proxy = app.GetProxy<@event.Proxy>();

        Assert.That(proxy.@int(1, @await: 2), Is.EqualTo(4));
        Assert.That(await proxy.ToAsync.@return(1, 2, 3, 4, 5, 6, 7, 8), Is.EqualTo("12345678"));
        Assert.That(proxy.@return(1, 2, 3, 4, 5, 6, 7, 8), Is.EqualTo("12345678"));
    }

    private static Task<PipelineApp> StartAsync(Journal journal) => PipelineApp.StartAsync<Composition>(builder => builder.Services
        .AddSingleton(journal)
        .AddSingleton(TimeProvider.System)
        .AddKeyedSingleton("colour", "blue"));
}
