using System.Text.RegularExpressions;
using Pipeline.Differential.Comparing;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Fixes bodies in every way and says where the result is not what was promised.</summary>
internal static partial class BodyProof
{
    /// <summary>Each body, fixed in each way, with what is wrong with the result, or null.</summary>
    public static async Task<IReadOnlyList<(FixedBody Body, string? Failure)>> ProveAsync(
        IEnumerable<BodySource> sources, Stages stages, params IReadOnlyList<Strategy> strategies)
    {
        using var originals = stages.Measure(Stage.Compile, () => BodyBatch.Compile(sources));
        var bodies = await stages.MeasureAsync(Stage.Fix, () => Fixer.FixAsync(originals.Bodies, strategies));
        using var changed = stages.Measure(
            Stage.Compile, () => BodyBatch.Compile(bodies.Where(body => body.IsChanged).Select(body => body.Fixed).Distinct()));
        return stages.Measure(Stage.Run, () => bodies.GroupBy(body => body.Original).SelectMany(same => Prove([.. same], originals, changed)).ToArray());
    }

    private static IEnumerable<(FixedBody Body, string? Failure)> Prove(FixedBody[] bodies, BodyBatch originals, BodyBatch changed)
    {
        var original = bodies[0].Original;
        var trials = new Lazy<Trials>(() => new Trials(originals.Find(original), Questions.AskedTwiceIn(original), seed: 1));
        var differences = new Dictionary<BodySource, string?>();
        foreach (var body in bodies)
        {
            if (!differences.TryGetValue(body.Fixed, out var difference))
            {
                difference = CheckText(body, originals, changed)
                    ?? (body.IsChanged ? trials.Value.FirstDifference(changed.Find(body.Fixed))?.ToString() : null);
                differences[body.Fixed] = difference;
            }

            yield return (body, difference ?? CheckLength(body, bodies, trials, changed));
        }
    }

    /// <summary>
    /// "As early as possible" takes no more calls one after another than "together". Compared where one fix was all there was: after
    /// several, each has left other code to the next.
    /// </summary>
    private static string? CheckLength(FixedBody early, FixedBody[] bodies, Lazy<Trials> trials, BodyBatch changed)
    {
        if (early is not { Strategy: Strategy.LastAction, HadChoice: true } || bodies.FirstOrDefault(body => body.Strategy == Strategy.FirstAction) is not { } together)
            return null;
        if (early.Actions is not [_] || together.Actions is not [_])
            return null;
        if (!together.IsChanged || !changed.Bodies.Contains(together.Fixed) || early.Fixed == together.Fixed)
            return null;
        return trials.Value.FirstLonger(changed.Find(together.Fixed), changed.Find(early.Fixed)) is { } longer
            ? $"As early as possible is longer than together: {longer}"
            : null;
    }

    private static string? CheckText(FixedBody body, BodyBatch originals, BodyBatch changed)
    {
        if (!body.IsChanged)
            return null;
        string[] diagnostics = [.. changed.DiagnosticsOf(body.Fixed).BeyondThoseOf(originals.DiagnosticsOf(body.Original)), .. body.NewReports];
        if (!changed.Bodies.Contains(body.Fixed))
            return $"The fixed body does not compile: {string.Join('\n', diagnostics)}";
        if (diagnostics.Length > 0)
            return $"New diagnostics: {string.Join('\n', diagnostics)}";
        if (body.IsUnfinished)
            return $"Fixed {body.Actions.Count} times, and still reported: {string.Join(", ", body.Left)}";
        string[] comments = [.. Comments(body.Original.Text).Order(StringComparer.Ordinal)];
        string[] now = [.. Comments(body.Text).Order(StringComparer.Ordinal)];
        return comments.SequenceEqual(now) ? null
            : $"Comments lost: {string.Join(", ", comments.Except(now))}; too many: {string.Join(", ", now.CountBy(comment => comment).Where(same => same.Value > 1).Select(same => same.Key))}";
    }

    private static IEnumerable<string> Comments(string text) => Note().Matches(text).Select(match => match.Value);

    [GeneratedRegex(@"(//|/\*) note \w+")]
    private static partial Regex Note();
}
