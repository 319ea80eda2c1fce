using Pipeline.Soak.Expecting;
using Pipeline.Soak.Services;

namespace Pipeline.Soak.Load;

/// <summary>The ways to call the services of a pipeline.</summary>
internal static class Routes
{
    private const int Items = 4;

    public static IReadOnlyList<Route> Of(PipelineApp app)
    {
        var (front, blend, survey) = (app.GetProxy<Front.Proxy>(), app.GetProxy<Blend.Proxy>(), app.GetProxy<Survey.Proxy>());
        var (batch, chain, reader) = (app.GetProxy<Batch.Proxy>(), app.GetProxy<Chain.Proxy>(), app.GetProxy<Reader.Proxy>());
        var (feed, slow, narrow) = (app.GetProxy<Feed.Proxy>(), app.GetProxy<Slow.Proxy>(), app.GetProxy<Narrow.Proxy>());
        var (flaky, turnstile, cpu) = (app.GetProxy<Flaky.Proxy>(), app.GetProxy<Turnstile.Proxy>(), app.GetProxy<Cpu.Proxy>());
        var fragile = app.GetProxy<Fragile.Proxy>();
        return
        [
            new("Front.Serve", (ticket, token) => front.ToAsync.Serve(ticket, token), Front.Expect),
            new("Front.ServeBlindly", (ticket, token) => front.ToAsync.ServeBlindly(ticket, token), Front.ExpectBlindly),
            new("Front.ServeAnyway", (ticket, token) => front.ToAsync.ServeAnyway(ticket, token), Front.ExpectAnyway),
            new("Blend.Mix", (ticket, token) => blend.ToAsync.Mix(ticket, token), Blend.Expect),
            new("Blend.MixStrictly", (ticket, token) => blend.ToAsync.MixStrictly(ticket, token), Blend.Expect),
            new("Survey.AskAll", (ticket, token) => survey.ToAsync.AskAll(ticket, token), Survey.ExpectOfAll),
            new("Survey.AskFirst", (ticket, token) => survey.ToAsync.AskFirst(ticket, token), Survey.ExpectOfFirst),
            new("Survey.AskTwo", (ticket, token) => survey.ToAsync.AskTwo(ticket, token), Survey.ExpectOfTwo),
            new("Batch.ReadAll", (ticket, token) => batch.ToAsync.ReadAll(ticket, token), Batch.Expect),
            new("Chain.Climb", (ticket, token) => chain.ToAsync.Climb(ticket, token), Chain.Expect),
            new("Reader.Read", (ticket, token) => reader.ToAsync.Read(ticket, token), Reader.Expect),
            new("Reader.ReadFirst", (ticket, token) => reader.ToAsync.ReadFirst(ticket, token), Reader.ExpectOfFirst),
            new("Feed.Items", (ticket, token) => SumAsync(feed.ToAsync.Items(ticket, Items, token)), ExpectItems),
            new("Feed.Numbers", (ticket, token) => SumAsync(feed.ToAsync.Numbers(ticket, Items, token)), ExpectItems),
            new("Slow.Crawl", (ticket, token) => slow.ToAsync.Crawl(ticket, token), Slow.Expect),
            new("Slow.Grind", (ticket, token) => slow.ToAsync.Grind(ticket, token), Slow.Expect),
            new("Narrow.Fetch", (ticket, token) => narrow.ToAsync.Fetch(ticket, token), Narrow.Expect),
            new("Narrow.Peek", (ticket, token) => narrow.ToAsync.Peek(ticket, token), Narrow.Expect),
            new("Flaky.Retry", (ticket, token) => flaky.ToAsync.Retry(ticket, token), Flaky.ExpectOfRetry),
            new("Flaky.Hedge", (ticket, token) => flaky.ToAsync.Hedge(ticket, token), Flaky.ExpectOfHedge),
            new("Fragile.Try", (ticket, token) => fragile.ToAsync.Try(ticket, token), Fragile.Expect),
            new("Turnstile.Step", (ticket, token) => turnstile.ToAsync.Step(ticket, token), Turnstile.Expect),
            new("Cpu.Compute", (ticket, token) => cpu.ToAsync.Compute(ticket, token), Cpu.Expect),
            Blocking("Chain.Climb, sync view", (ticket, _) => chain.Climb(ticket), Chain.Expect),
            Blocking("Blend.Mix, sync view", blend.Mix, Blend.Expect),
            Blocking("Narrow.Peek, sync view", (ticket, _) => narrow.Peek(ticket), Narrow.Expect),
            Blocking("Slow.Grind, sync view", (ticket, _) => slow.Grind(ticket), Slow.Expect),
            Blocking("Feed.Numbers, sync view", (ticket, _) => Sum(feed.Numbers(ticket, Items)), ExpectItems),
            Blocking("Feed.Items, sync view", (ticket, token) => Sum(feed.Items(ticket, Items, token)), ExpectItems),
        ];
    }

    private static Expectation ExpectItems(Ticket ticket) => Feed.Expect(ticket, Items);

    /// <summary>A call that blocks its thread, which is one of its own.</summary>
    private static Route Blocking(string name, Func<Ticket, CancellationToken, long> call, Func<Ticket, Expectation> expect)
    {
        return new(name, CallAsync, expect);

        Task<long> CallAsync(Ticket ticket, CancellationToken token) => Task.Factory.StartNew(
            () => call(ticket, token), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    private static async Task<long> SumAsync(IAsyncEnumerable<long> items)
    {
        var sum = 0L;
        await foreach (var item in items)
            sum += item;
        return sum;
    }

    private static long Sum(IEnumerable<long> items) => items.Aggregate(0L, static (sum, item) => unchecked(sum + item));
}
