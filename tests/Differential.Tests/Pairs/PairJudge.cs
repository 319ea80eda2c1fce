using Pipeline.Differential.Comparing;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Pairs;

/// <summary>Makes the calls of each pair overlap, whatever the analysis says of it, and compares.</summary>
internal static class PairJudge
{
    private const int FreePairs = 3;
    private const int OrderedPairs = 3;

    public static IReadOnlyList<PairVerdict> Judge(IEnumerable<BodySource> bodies)
    {
        using var originals = BodyBatch.Compile(bodies);
        var finder = new PairFinder(originals.Compilation);
        var variants =
            from body in originals.Bodies
            from pair in Sample(finder.Find(originals.TreeOf(body)).Where(CanBeTried)).Index()
            let text = EarlyStart.Apply(originals.TreeOf(body).GetRoot(), pair.Item.Earlier, pair.Item.Later)
            where text is not null
            select (Body: body, pair.Item, Early: body.Variant($"Early{pair.Index}", text));
        var candidates = variants.ToArray();
        using var changed = BodyBatch.Compile(candidates.Select(candidate => candidate.Early));
        var compiled = changed.Bodies.ToHashSet();
        return
        [
            .. from candidate in candidates
               where compiled.Contains(candidate.Early)
               group candidate by candidate.Body into same
               let trials = new Trials(originals.Find(same.Key), Questions.AskedTwiceIn(same.Key), seed: 1)
               from candidate in same
               let early = changed.Find(candidate.Early)
               let difference = trials.FirstDifference(early, mayLeaveRunning: true)
               select new PairVerdict(same.Key.TypeName, candidate.Item, candidate.Body.Text, candidate.Early.Text, difference, trials.IsFaster(early)),
        ];
    }

    /// <summary>A free call whose variable is set in between takes that assignment along, which starting it early does not.</summary>
    private static bool CanBeTried(JudgedPair pair) =>
        !pair.IsFree || !AssignedBetween.Names(pair.Earlier, pair.Later).Overlaps(AssignedBetween.Read(pair.Later));

    /// <summary>A few of each kind, spread over the body.</summary>
    private static IEnumerable<JudgedPair> Sample(IEnumerable<JudgedPair> pairs) =>
        pairs.GroupBy(pair => pair.IsFree).SelectMany(kind => Spread([.. kind], kind.Key ? FreePairs : OrderedPairs));

    private static IEnumerable<JudgedPair> Spread(JudgedPair[] pairs, int count) =>
        pairs.Length <= count ? pairs : Enumerable.Range(0, count).Select(index => pairs[index * pairs.Length / count]);
}
