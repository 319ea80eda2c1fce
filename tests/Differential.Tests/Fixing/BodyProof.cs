using Pipeline.Differential.Comparing;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Fixing;

/// <summary>Fixes bodies and says where the result is not what was promised.</summary>
internal static class BodyProof
{
    /// <summary>Each body with what is wrong with its fix, or null.</summary>
    public static async Task<IReadOnlyList<(FixedBody Body, string? Failure)>> ProveAsync(IEnumerable<BodySource> sources, Strategy strategy)
    {
        using var originals = BodyBatch.Compile(sources);
        var bodies = await Fixer.FixAsync(originals.Bodies, strategy);
        using var changed = BodyBatch.Compile(bodies.Where(body => body.IsChanged).Select(body => body.Fixed));
        return [.. bodies.Select(body => (body, body.IsChanged ? Check(body, originals, changed) : null))];
    }

    private static string? Check(FixedBody body, BodyBatch originals, BodyBatch changed)
    {
        if (!changed.Bodies.Contains(body.Fixed))
            return $"The fixed body does not compile: {string.Join('\n', body.NewDiagnostics)}";
        if (body.NewDiagnostics.Count > 0)
            return $"New diagnostics: {string.Join('\n', body.NewDiagnostics)}";
        if (body.Unfixed.Count > 0)
            return $"Fixed {body.Actions.Count} times, and still reported: {string.Join(", ", body.Unfixed)}";
        if (Comments(body.Original).Except(Comments(body.Fixed)).ToArray() is [_, ..] lost)
            return $"Lost: {string.Join(", ", lost)}";
        return new Trials(originals.Find(body.Original), seed: 1).FirstDifference(changed.Find(body.Fixed))?.ToString();
    }

    private static IEnumerable<string> Comments(BodySource body) =>
        body.Text.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("//", StringComparison.Ordinal));
}
