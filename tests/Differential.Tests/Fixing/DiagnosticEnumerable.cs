using Microsoft.CodeAnalysis;

namespace Pipeline.Differential.Fixing;

internal static class DiagnosticEnumerable
{
    /// <summary>Those of which there were fewer before, in words.</summary>
    public static IEnumerable<string> BeyondThoseOf(this IEnumerable<Diagnostic> after, IEnumerable<Diagnostic> before)
    {
        var known = before.CountBy(diagnostic => diagnostic.Id).ToDictionary();
        return after.GroupBy(diagnostic => diagnostic.Id)
            .Where(same => same.Count() > known.GetValueOrDefault(same.Key))
            .Select(same => same.Last().ToString());
    }
}
