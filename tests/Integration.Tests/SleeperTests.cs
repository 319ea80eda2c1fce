using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests;

public sealed class SleeperTests
{
    [Test]
    public async Task TaskApi_WithAToken_GivesTheServicesOwnTask()
    {
        await using var app = await StartAsync();
        var task = app.Proxy.ToAsync.Wait();

        Assert.That(task, Is.SameAs(Sleeper.Given));
        app.Proxy.Wake(5);
        Assert.That(await task, Is.EqualTo(5));
        Assert.That(app.Proxy.Wait(), Is.EqualTo(5));
    }

    [Test]
    public async Task TaskApi_Canceled_IsCanceled()
    {
        await using var app = await StartAsync();
        using var source = new CancellationTokenSource();
        Task[] waiting = [app.Proxy.ToAsync.Wait(source.Token), app.Proxy.ToAsync.WaitPlainly(source.Token), app.Proxy.ToAsync.WaitForText("x", source.Token)];
        await source.CancelAsync();

        foreach (var task in waiting)
            Assert.That(async () => await task, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task ApisWithoutToken_CanceledBefore_NeverStart()
    {
        await using var app = await StartAsync();
        var canceled = new CancellationToken(canceled: true);
        await app.Proxy.ToAsync.Wake(6);

        // Started, the one would succeed at once and the other give no task at all.
        Assert.That(app.Proxy.ToAsync.WaitForText("x", canceled).Status, Is.EqualTo(TaskStatus.Canceled));
        Assert.That(app.Proxy.ToAsync.Forget(canceled).Status, Is.EqualTo(TaskStatus.Canceled));
    }

    [Test]
    public async Task ValueTaskApis_OnBothViews_GiveTheirResult()
    {
        await using var app = await StartAsync();
        await app.Proxy.ToAsync.Wake(6);

        Assert.That(await app.Proxy.ToAsync.WaitForText("x"), Is.EqualTo("x6"));
        Assert.That(app.Proxy.WaitForText("y"), Is.EqualTo("y6"));
        app.Proxy.Pass();
        await app.Proxy.ToAsync.Pass();
        app.Proxy.WaitPlainly();
    }

    [TestCase(false, TaskStatus.Faulted)]
    [TestCase(true, TaskStatus.Canceled)]
    public async Task Api_FailingBeforeItsFirstAwait_FailsTheTaskOnly(bool asCanceled, TaskStatus status)
    {
        await using var app = await StartAsync();
        var task = app.Proxy.ToAsync.Fail(asCanceled);

        Assert.That(task.Status, Is.EqualTo(status));
        Assert.That(() => app.Proxy.Fail(asCanceled), Throws.Exception);
    }

    [Test]
    public async Task Api_ReturningNoTask_FailsAndIsNamed()
    {
        await using var app = await StartAsync();
        var task = app.Proxy.ToAsync.Forget();

        Assert.That(async () => await task, Throws.InvalidOperationException.With.Message.Contains("Sleeper.Forget"));
        Assert.That(() => app.Proxy.Forget(), Throws.InvalidOperationException);
    }

    [Test]
    public void Definition_OfDeclaredOptions_HasThem()
    {
        var definition = Sleeper.Definition;

        Assert.That(definition.Name, Is.EqualTo("sleeper"));
        Assert.That(definition.ServiceType, Is.EqualTo(typeof(Sleeper)));
        Assert.That(definition.ProxyType, Is.EqualTo(typeof(Sleeper.Proxy)));
        Assert.That(
            definition.Apis.Select(api => (api.Name, api.Signature, api.Kind, api.Effect, api.Idempotent, api.Timeout)),
            Is.EqualTo<(string, string, ApiKind, Effect, bool, TimeSpan?)[]>([
                ("Wake", "Wake(int)", ApiKind.Sync, Effect.Unknown, true, null),
                ("Wait", "WaitAsync(CancellationToken)", ApiKind.Async, Effect.Unknown, false, null),
                ("plain", "WaitPlainlyAsync()", ApiKind.Async, Effect.Reads, false, null),
                ("WaitForText", "WaitForTextAsync(string)", ApiKind.Async, Effect.Unknown, false, null),
                ("Pass", "PassAsync(CancellationToken)", ApiKind.Async, Effect.Unknown, false, null),
                ("Fail", "FailAsync(bool, CancellationToken)", ApiKind.Async, Effect.Unknown, false, null),
                ("Forget", "ForgetAsync()", ApiKind.Async, Effect.Unknown, false, null),
            ]));
    }

    [Test]
    public void Definition_OfDeclaredLimits_HasThem()
    {
        var definition = Declared.Definition;

        Assert.That(definition, Has.Property("Name").EqualTo("declared").And.Property("Timeout").EqualTo(TimeSpan.FromMinutes(2)));
        Assert.That(definition, Has.Property("Concurrency").EqualTo(5).And.Property("Instances").EqualTo(1).And.Property("QueueLimit").EqualTo(0));
        Assert.That(definition.Apis[0].Timeout, Is.EqualTo(TimeSpan.FromMilliseconds(250)));
    }

    private static Task<RunningApp<Sleeper.Proxy>> StartAsync() => RunningApp.StartAsync<Sleeper, Sleeper.Proxy>();
}
