using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests;

public sealed class ScannerTests
{
    [Test]
    public async Task SyncStream_OnBothViews_GivesItsItems()
    {
        await using var app = await StartAsync();

        Assert.That(app.Proxy.Count(3), Is.EqualTo([1, 2, 3]));
        Assert.That(await ToListAsync(app.Proxy.ToAsync.Count(3)), Is.EqualTo([1, 2, 3]));
    }

    [Test]
    public async Task AsyncStream_OnBothViews_GivesItsItemsThenItsFailure()
    {
        await using var app = await StartAsync();
        var seen = new List<int>();

        Assert.That(() => seen.AddRange(app.Proxy.Count(2L).Select(item => item)), Throws.InvalidOperationException);
        Assert.That(
            async () =>
            {
                await foreach (int item in app.Proxy.ToAsync.Count(2L))
                    seen.Add(item);
            },
            Throws.InvalidOperationException);
        Assert.That(seen, Does.Contain(1).And.Contain(2));
    }

    [Test]
    public async Task AsyncStream_WithoutAToken_GivesItsItems()
    {
        await using var app = await StartAsync();

        Assert.That(app.Proxy.Words(), Is.EqualTo(["one", null]));
        Assert.That(await ToListAsync(app.Proxy.ToAsync.Words()), Is.EqualTo(["one", null]));
    }

    [Test]
    public async Task AsyncStream_AsAParameter_IsReadItemByItem()
    {
        await using var app = await StartAsync();

        Assert.That(await ToListAsync(app.Proxy.ToAsync.Double(app.Proxy.ToAsync.Count(2))), Is.EqualTo([2, 4]));
        Assert.That(app.Proxy.Double(app.Proxy.ToAsync.Count(2)), Is.EqualTo([2, 4]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task AsyncStream_CanceledBetweenItems_Stops(bool byCall)
    {
        await using var app = await StartAsync();
        using var source = new CancellationTokenSource();
        var stream = byCall
            ? app.Proxy.ToAsync.Count(long.MaxValue, source.Token)
            : app.Proxy.ToAsync.Count(long.MaxValue);

        Assert.That(
            async () =>
            {
                await foreach (int item in stream.WithCancellation(byCall ? CancellationToken.None : source.Token))
                    await source.CancelAsync();
            },
            Throws.InstanceOf<OperationCanceledException>());
    }

    private static Task<RunningApp<Scanner.Proxy>> StartAsync() => RunningApp.StartAsync<Scanner, Scanner.Proxy>();

    private static async Task<List<T>> ToListAsync<T>(IAsyncEnumerable<T> stream)
    {
        var items = new List<T>();
        await foreach (var item in stream)
            items.Add(item);
        return items;
    }
}
