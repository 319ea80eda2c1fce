namespace Corpus;

public partial class Host
{
    [Ordered("QueriesOnly", "the first is a command by its name")]
    public async Task<float> CommandFirst(string text, float[] x, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        return await modelA.ToAsync.Predict(x, ct);
    }

    [Ordered("QueriesOnly", "the second is a command: it must not run if the first fails")]
    public async Task<float> CommandSecond(string text, float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await store.ToAsync.Save("key", text, ct);
        return a;
    }

    [Ordered("QueriesOnly", "a command between two queries")]
    public async Task<float> CommandBetween(string text, float[] x, CancellationToken ct)
    {
        var a = await modelA.ToAsync.Predict(x, ct);
        await store.ToAsync.Save("key", text, ct);
        return a + await modelB.ToAsync.Predict(x, ct);
    }

    [Ordered("QueriesOnly", "a verb of change anywhere in the name")]
    public async Task<string> GetOrCreateFirst(string text, CancellationToken ct)
    {
        var row = await store.ToAsync.GetOrCreate("key", ct);
        return row + await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "nothing says what Resolve does")]
    public async Task<string> UnknownFirst(string text, CancellationToken ct)
    {
        var row = await store.ToAsync.Resolve("key", ct);
        return row + await texts.ToAsync.Summarize(text, ct);
    }

    [Overlap("2->1", "declared to read, whatever its name")]
    public async Task<string> DeclaredReads(string text, CancellationToken ct)
    {
        var row = await store.ToAsync.Handle("key", ct);
        return row + await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "declared to write, whatever its name")]
    public async Task<string> DeclaredWrites(string text, CancellationToken ct)
    {
        var row = await store.ToAsync.GetNextTicket("key", ct);
        return row + await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "a call whose value is thrown away is made for its effect")]
    public async Task<string> DiscardedQuery(string text, CancellationToken ct)
    {
        await store.ToAsync.Find("key", ct);
        return await texts.ToAsync.Summarize(text, ct);
    }

    [Overlap("2->1", "its body shows that it only reads, so it is a query even with its value thrown away")]
    public async Task<string> DiscardedReader(string text, CancellationToken ct)
    {
        await store.ToAsync.Load("key", ct);
        return await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "a check without a value guards what follows")]
    public async Task<string> GuardingCheck(string text, CancellationToken ct)
    {
        await store.ToAsync.Check(text, ct);
        return await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "the argument is read from an object that the command may change")]
    public async Task<float> PureOfMemberAfterCommand(string text, Page page, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        return await pure.ToAsync.Compute(page.Visits, ct);
    }

    [Ordered("QueriesOnly", "the same by way of a variable")]
    public async Task<float> PureOfVariableAfterCommand(string text, Page page, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        var visits = page.Visits + 1;
        return await pure.ToAsync.Compute(visits, ct);
    }

    [Overlap("2->1", "the member was read before the command")]
    public async Task<float> PureOfVariableBeforeCommand(string text, Page page, CancellationToken ct)
    {
        var visits = page.Visits + 1;
        await store.ToAsync.Save("key", text, ct);
        return await pure.ToAsync.Compute(visits, ct);
    }

    [Overlap("2->1", "the variable is computed behind the command, of values that nobody changes")]
    public async Task<float> PureOfValuesAfterCommand(string text, float x, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        var sum = x + text.Length;
        return await pure.ToAsync.Compute(sum, ct);
    }

    [Overlap("2->1", "what is declared to depend on nothing but its arguments may overlap a command before it")]
    public async Task<float> PureAfterCommand(string text, float y, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        return await pure.ToAsync.Compute(y, ct);
    }

    [Ordered("QueriesOnly", "the other way round the command would run although the first fails")]
    public async Task<float> CommandAfterPure(string text, float y, CancellationToken ct)
    {
        var p = await pure.ToAsync.Compute(y, ct);
        await store.ToAsync.Save("key", text, ct);
        return p;
    }

    [Ordered("QueriesOnly", "a read may see what the command before it wrote")]
    public async Task<string> ReadAfterCommand(string text, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        return await store.ToAsync.Load("key", ct);
    }

    [Overlap("2->1", "queries behind a command that is over")]
    public async Task<string> QueriesBehindCommand(string text, CancellationToken ct)
    {
        await store.ToAsync.Save("key", text, ct);
        var row = await store.ToAsync.Load("key", ct);
        return row + await texts.ToAsync.Summarize(text, ct);
    }

    [Ordered("QueriesOnly", "a command is still running beside the two")]
    public async Task<string> CommandInFlight(string text, CancellationToken ct)
    {
        var saving = store.ToAsync.Save("key", text, ct);
        var row = await store.ToAsync.Load("key", ct);
        var summary = await texts.ToAsync.Summarize(text, ct);
        await saving;
        return row + summary;
    }
}
