using Pipeline.Traces;

namespace Pipeline.Runtime.Tests.Traces;

/// <summary>
/// What is answered of many requests that wait for one another's slots, against the same load with the thing really changed.
/// </summary>
public sealed class WhatIfLoadTests
{
    private const int Loads = 40;
    private const int Requests = 400;
    private const string Api = "Front/Run";

    [Test]
    public void NothingChanged_IsWhatWasMeasured() =>
        Compare(new LoadChange(), static _ => new WhatIf(), within: 0.0001);

    [Test]
    public void MoreSlots_AreWithinTenPercentOfWhatReallyHappens() => Compare(
        static slots => new() { Slots = slots.ToDictionary(static one => one.Key, static one => one.Value + 1) },
        static slots => slots.Aggregate(new WhatIf(), static (change, one) => change.WithSlots(one.Key, one.Value + 1)));

    [Test]
    public void FewerSlots_AreWithinTenPercentOfWhatReallyHappens() => Compare(
        static slots => new() { Slots = slots.Take(1).ToDictionary(static one => one.Key, static one => Math.Max(1, one.Value - 1)) },
        static slots => slots.Take(1)
            .Aggregate(new WhatIf(), static (change, one) => change.WithSlots(one.Key, Math.Max(1, one.Value - 1))));

    [Test]
    public void FasterCallee_ThatFreesItsSlotsEarlier_IsWithinTenPercentOfWhatReallyHappens() => Compare(
        new LoadChange { Speeds = new Dictionary<string, double> { ["Part0"] = 3 } }, static _ => new WhatIf().Faster("Part0/Run", 3));

    [Test]
    public void CallsMadeTogether_AreWithinTenPercentOfWhatReallyHappens() => Compare(
        new LoadChange { AreFirstTwoTogether = true }, static _ => new WhatIf().Together(Api, "Part0/Run", "Part1/Run"));

    [Test]
    public void CacheHits_AreWithinTenPercentOfWhatReallyHappens([Values(0.2, 0.8)] double rate) => Compare(
        _ => new() { HitRates = new Dictionary<string, double> { ["Part1"] = rate } },
        _ => new WhatIf().Cached("Part1/Run", rate),
        loads: 12,
        count: 3_000);

    private static void Compare(LoadChange really, Func<IReadOnlyDictionary<string, int>, WhatIf> asked, double within = 0.1) =>
        Compare(_ => really, asked, within);

    // Which calls are hits is chance, so it takes many of them.
    private static void Compare(
        Func<IReadOnlyDictionary<string, int>, LoadChange> really,
        Func<IReadOnlyDictionary<string, int>, WhatIf> asked,
        double within = 0.1,
        int loads = Loads,
        int count = Requests)
    {
        var differences = new List<string>();
        for (var seed = 0; seed < loads; seed++)
        {
            var (requests, slots) = RandomLoad.Run(seed, count);
            using var traces = new PipelineTraces(new() { Recent = count, PerApi = count }, TimeProvider.System, static _ => false, () => slots);
            foreach (var request in requests)
                traces.Record(request);

            var answer = traces.WhatIf(Api, asked(slots))!;
            var changed = RandomLoad.Run(seed, count, really(slots)).Requests;
            var real = Quantiles.Of(changed.Select(static request => request.Duration));
            if (Math.Abs((answer.After.P50 / real.P50) - 1) > within || Math.Abs((answer.After.P95 / real.P95) - 1) > within)
                differences.Add($"load {seed}: {answer.Before} → {answer.After}, really {real}");
        }

        Assert.That(differences, Is.Empty);
    }
}
