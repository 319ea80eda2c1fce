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
        IEnumerable<BodySource> sources, params IReadOnlyList<Strategy> strategies)
    {
        using var originals = BodyBatch.Compile(sources);
        var bodies = await Fixer.FixAsync(originals.Bodies, strategies);
        using var changed = BodyBatch.Compile(bodies.Where(body => body.IsChanged).Select(body => body.Fixed).Distinct());
        var compiled = changed.Bodies.ToHashSet();
        var results = new List<(FixedBody, string?)>();
        foreach (var same in bodies.GroupBy(body => body.Original))
        {
            var trials = new Lazy<Trials>(() => new Trials(originals.Find(same.Key), seed: 1));
            results.AddRange(same.Select(body =>
                (body, CheckText(body, compiled.Contains(body.Fixed)) ?? (body.IsChanged ? trials.Value.FirstDifference(changed.Find(body.Fixed))?.ToString() : null))));
        }

        return results;
    }

    private static string? CheckText(FixedBody body, bool compiles)
    {
        if (!body.IsChanged)
            return null;
        if (!compiles)
            return $"The fixed body does not compile: {string.Join('\n', body.NewDiagnostics)}";
        if (body.NewDiagnostics.Count > 0)
            return $"New diagnostics: {string.Join('\n', body.NewDiagnostics)}";
        if (body.IsUnfinished)
            return $"Fixed {body.Actions.Count} times, and still reported: {string.Join(", ", body.Left)}";
        return Comments(body.Original).Except(Comments(body.Fixed)).ToArray() is [_, ..] lost ? $"Lost: {string.Join(", ", lost)}" : null;
    }

    private static IEnumerable<string> Comments(BodySource body) => Note().Matches(body.Text).Select(match => match.Value);

    [GeneratedRegex(@"// note \w+")]
    private static partial Regex Note();
}
