using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Corpus;

public partial class Host
{
    [Loop("Append", "each item's result is appended to a new list")]
    public async Task<List<float>> AppendToList(List<string> items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [Loop("Append", "with names, and a record around the result")]
    public async Task<List<Features>> AppendRecords(string[] items, CancellationToken ct)
    {
        List<Features> all = [];
        foreach (var item in items)
        {
            var embedding = await texts.ToAsync.Embed(item, ct);
            all.Add(new Features(item, embedding));
        }

        return all;
    }

    [Loop("Append", "a chain of two calls per item")]
    public async Task<List<float>> ChainPerItem(string[] items, CancellationToken ct)
    {
        var scores = new List<float>(items.Length);
        foreach (var item in items)
        {
            var summary = await texts.ToAsync.Summarize(item, ct);
            scores.Add(await modelC.ToAsync.Score(summary, ct));
        }

        return scores;
    }

    [Loop("Slot", "each result in its own slot")]
    public async Task<float[]> OwnSlot(string[] items, CancellationToken ct)
    {
        var scores = new float[items.Length];
        for (int i = 0; i < items.Length; i++)
            scores[i] = await modelC.ToAsync.Score(items[i], ct);
        return scores;
    }

    [Loop("Slot", "bounded by the result's own length, over a list made with the same count")]
    public async Task<float[]> OwnSlotOfCount(int n, CancellationToken ct)
    {
        var scores = new float[n];
        for (var i = 0; i < scores.Length; ++i)
            scores[i] = await modelC.ToAsync.Rank(i, 1, ct);
        return scores;
    }

    [Loop("Key", "each result under its own key")]
    public async Task<Dictionary<string, float>> OwnKey(HashSet<string> items, CancellationToken ct)
    {
        var scores = new Dictionary<string, float>();
        foreach (var item in items)
            scores[item] = await modelC.ToAsync.Score(item, ct);
        return scores;
    }

    [Loop("Sum", "a sum that no call reads")]
    public async Task<float> Sum(ImmutableArray<string> items, CancellationToken ct)
    {
        float total = 0;
        foreach (var item in items)
            total += await modelC.ToAsync.Score(item, ct);
        return total;
    }

    [Loop("Append", "a span is in memory, a range too; here the keys and values of a dictionary")]
    public async Task<List<float>> OverDictionary(Dictionary<string, string> items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var (key, text) in items)
            scores.Add(await modelC.ToAsync.Score(key + text, ct));
        return scores;
    }

    [Loop("Append", "a range of numbers")]
    public async Task<List<float>> OverRange(int n, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var i in Enumerable.Range(0, n))
            scores.Add(await modelC.ToAsync.Rank(i, 1, ct));
        return scores;
    }

    [Loop("Append", "what a call gave, as a list")]
    public async Task<List<float>> OverResult(string text, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var word in await texts.ToAsync.ListWords(text, ct))
            scores.Add(await modelC.ToAsync.Score(word, ct));
        return scores;
    }

    [Loop("Append", "items are left out by a condition that no result decides")]
    public async Task<List<float>> SkipsItems(IReadOnlyList<string> items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
        {
            if (string.IsNullOrWhiteSpace(item))
                continue;
            scores.Add(await modelC.ToAsync.Score(item, ct));
        }

        return scores;
    }

    [Loop("Append", "inside a try whose catch block leaves the method")]
    public async Task<List<float>?> CatchLeavesLoop(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        try
        {
            foreach (var item in items)
                scores.Add(await modelC.ToAsync.Score(item, ct));
        }
        catch (InvalidOperationException)
        {
            return null;
        }

        return scores;
    }

    [OrderedLoop("ControlFlow", "a bare sequence may run code between the items")]
    public async Task<List<float>> OverSequence(IEnumerable<string> items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("ControlFlow", "LINQ is a bare sequence")]
    public async Task<List<float>> OverLinq(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items.Where(item => item.Length > 3))
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("ControlFlow", "a live source: the next item may depend on when it is asked for")]
    public async Task<List<float>> OverAsyncStream(IAsyncEnumerable<string> items, CancellationToken ct)
    {
        var scores = new List<float>();
        await foreach (var item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("ControlFlow", "others may change the list in the field meanwhile")]
    public async Task<List<float>> OverSharedList(CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in _items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    private readonly List<string> _items = [];

    [OrderedLoop("ControlFlow", "paging: the next cursor comes from the last page")]
    public async Task<List<string>> Paging(string? cursor, CancellationToken ct)
    {
        var pages = new List<string>();
        while (cursor is not null)
        {
            var page = await texts.ToAsync.Summarize(cursor, ct);
            pages.Add(page);
            cursor = await texts.ToAsync.FindTitle(page, ct);
        }

        return pages;
    }

    [OrderedLoop("SameRegion", "a retry: the next attempt depends on the last one's failure")]
    public async Task<float> Retry(string text, CancellationToken ct)
    {
        float score = 0;
        for (int attempt = 0; attempt < 3; attempt++)
        {
            try
            {
                score += await modelC.ToAsync.Score(text, ct);
            }
            catch (InvalidOperationException)
            {
                logger.LogWarning("again");
            }
        }

        return score;
    }

    [OrderedLoop("OrderUnwatched", "the rate is limited")]
    public async Task<List<float>> RateLimited(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
        {
            scores.Add(await modelC.ToAsync.Score(item, ct));
            await Task.Delay(100, ct);
        }

        return scores;
    }

    [OrderedLoop("ValueFlow", "the last result goes into the next call")]
    public async Task<float> CarriedResult(string[] items, CancellationToken ct)
    {
        float score = 0;
        foreach (var item in items)
            score = await modelC.ToAsync.Rank(score, item.Length, ct);
        return score;
    }

    [OrderedLoop("ValueFlow", "the sum goes into the next call")]
    public async Task<float> SumIsRead(string[] items, CancellationToken ct)
    {
        float total = 0;
        foreach (var item in items)
            total += await modelC.ToAsync.Rank(total, External.Resolve(item).Length, ct);
        return total;
    }

    [OrderedLoop("ValueFlow", "the sum so far goes into the next call")]
    public async Task<float> SumFeedsNext(string[] items, CancellationToken ct)
    {
        float total = 0;
        foreach (var item in items)
            total += await modelC.ToAsync.Rank(total, item.Length, ct);
        return total;
    }

    [OrderedLoop("ControlFlow", "a result ends the loop")]
    public async Task<List<float>> BreakOnResult(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
        {
            var score = await modelC.ToAsync.Score(item, ct);
            if (score < 0)
                break;
            scores.Add(score);
        }

        return scores;
    }

    [OrderedLoop("ControlFlow", "the first that fits is returned")]
    public async Task<string?> FirstThatFits(string[] items, CancellationToken ct)
    {
        foreach (var item in items)
        {
            if (await texts.ToAsync.IsEnglish(item, ct))
                return item;
        }

        return null;
    }

    [OrderedLoop("HarmlessBetween", "the list belongs to the caller, who sees it if an iteration fails")]
    public async Task AppendToArgument(string[] items, List<float> scores, CancellationToken ct)
    {
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
    }

    [OrderedLoop("HeapFlow", "the list is a field")]
    public async Task AppendToField(string[] items, CancellationToken ct)
    {
        foreach (var item in items)
            _scores.Add(await modelC.ToAsync.Score(item, ct));
    }

    private readonly List<float> _scores = [];

    [OrderedLoop("HarmlessBetween", "the list was handed out before")]
    public async Task<List<float>> ListEscaped(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        External.Keep(scores);
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("HarmlessBetween", "what is there is returned if an iteration fails")]
    public async Task<List<float>> SeenInCatchOfLoop(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        try
        {
            foreach (var item in items)
                scores.Add(await modelC.ToAsync.Score(item, ct));
        }
        catch (InvalidOperationException)
        {
        }

        return scores;
    }

    [OrderedLoop("HarmlessBetween", "the list so far decides")]
    public async Task<List<float>> ListIsRead(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Rank(scores.Count, item.Length, ct));
        return scores;
    }

    [OrderedLoop("HarmlessBetween", "a log line after each item")]
    public async Task<List<float>> LogsEachItem(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
        {
            scores.Add(await modelC.ToAsync.Score(item, ct));
            logger.LogInformation("done");
        }

        return scores;
    }

    [OrderedLoop("QueriesOnly", "a command for each item")]
    public async Task<List<string>> CommandPerItem(string[] items, CancellationToken ct)
    {
        var rows = new List<string>();
        foreach (var item in items)
            rows.Add(await store.ToAsync.GetOrCreate(item, ct));
        return rows;
    }

    [OrderedLoop("Gain", "the service runs one call at a time")]
    public async Task<List<float>> SerialPerItem(float[][] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
            scores.Add(await serial.ToAsync.Predict(item, ct));
        return scores;
    }

    [OrderedLoop("HeapFlow", "a field that may change is read for each item")]
    public async Task<List<float>> FieldPerItem(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
            scores.Add(await modelC.ToAsync.Rank(_total, item.Length, ct));
        return scores;
    }

    [OrderedLoop("SafeArguments", "a neighbour's slot may be out of range")]
    public async Task<float[]> Neighbour(string[] items, CancellationToken ct)
    {
        var scores = new float[items.Length];
        for (int i = 0; i < items.Length; i++)
            scores[i] = await modelC.ToAsync.Score(items[i + 1], ct);
        return scores;
    }

    [OrderedLoop("HiddenState", "the array may be shorter than the items")]
    public async Task<float[]> SlotOutOfRange(string[] items, int n, CancellationToken ct)
    {
        var scores = new float[n];
        for (int i = 0; i < items.Length; i++)
            scores[i] = await modelC.ToAsync.Score(items[i], ct);
        return scores;
    }

    [OrderedLoop("HiddenState", "the array belongs to the caller")]
    public async Task SlotOfArgument(string[] items, float[] scores, CancellationToken ct)
    {
        for (int i = 0; i < scores.Length; i++)
            scores[i] = await modelC.ToAsync.Rank(i, 1, ct);
    }

    [OrderedLoop("ControlFlow", "the counter is moved in the body")]
    public async Task<List<float>> CounterMoved(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        for (int i = 0; i < items.Length; i++)
        {
            scores.Add(await modelC.ToAsync.Rank(i, 1, ct));
            i++;
        }

        return scores;
    }

    [OrderedLoop("HarmlessBetween", "an item that is there twice fails, after the calls before it")]
    public async Task<Dictionary<string, float>> AddToDictionary(string[] items, CancellationToken ct)
    {
        var scores = new Dictionary<string, float>();
        foreach (var item in items)
            scores.Add(item, await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("HiddenState", "keys of a type with a hash of its own")]
    public async Task<Dictionary<Features, float>> KeyWithOwnHash(Features[] items, CancellationToken ct)
    {
        var scores = new Dictionary<Features, float>();
        foreach (var item in items)
            scores[item] = await texts.ToAsync.ScoreFeatures(item, ct);
        return scores;
    }

    [OrderedLoop("HiddenState", "two results of each iteration")]
    public async Task<(List<float>, List<int>)> TwoPlaces(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        var counts = new List<int>();
        foreach (var item in items)
        {
            scores.Add(await modelC.ToAsync.Score(item, ct));
            counts.Add(await texts.ToAsync.CountWords(item, ct));
        }

        return (scores, counts);
    }

    [OrderedLoop("ControlFlow", "each result is handed on before the next is asked for")]
    public async IAsyncEnumerable<float> YieldsEach(string[] items, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var item in items)
            yield return await modelC.ToAsync.Score(item, ct);
    }

    [OrderedLoop("HarmlessBetween", "user code prepares each item")]
    public async Task<List<float>> PreparesEach(string[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (var item in items)
        {
            var text = Validated(item);
            scores.Add(await modelC.ToAsync.Score(text, ct));
        }

        return scores;
    }

    [OrderedLoop("ControlFlow", "a cast of each item may fail")]
    public async Task<List<float>> CastsEach(object[] items, CancellationToken ct)
    {
        var scores = new List<float>();
        foreach (string item in items)
            scores.Add(await modelC.ToAsync.Score(item, ct));
        return scores;
    }

    [OrderedLoop("ValueFlow", "decimal sums overflow")]
    public async Task<decimal> DecimalSum(string[] items, CancellationToken ct)
    {
        decimal total = 0;
        foreach (var item in items)
            total += await texts.ToAsync.CountWords(item, ct);
        return total;
    }

    [OrderedLoop("ValueFlow", "the best so far is kept")]
    public async Task<float> KeepsBest(string[] items, CancellationToken ct)
    {
        float best = 0;
        foreach (var item in items)
            best = MathF.Max(best, await modelC.ToAsync.Score(item, ct));
        return best;
    }
}
