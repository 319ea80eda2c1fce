using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Tool.Recording;

/// <summary>What differs between the effect file as it is and as it would be written now.</summary>
internal static class EffectChanges
{
    /// <summary>A line for each member, in their order: what is new, what is gone, what says something else.</summary>
    public static IEnumerable<string> Between(string before, string after)
    {
        var (old, now) = (LinesOf(before), LinesOf(after));
        return Ids(old, now).Select(id =>
            !old.ContainsKey(id) ? $"new: {id}" : !now.ContainsKey(id) ? $"gone: {id}" : $"changed: {id}");
    }

    /// <summary>The names of those members.</summary>
    public static IEnumerable<string> Ids(string before, string after) => Ids(LinesOf(before), LinesOf(after));

    private static IEnumerable<string> Ids(Dictionary<string, string> old, Dictionary<string, string> now) =>
        old.Keys.Union(now.Keys).Where(id => old.GetValueOrDefault(id) != now.GetValueOrDefault(id)).Order(StringComparer.Ordinal);

    private static Dictionary<string, string> LinesOf(string text) =>
        EffectFile.Parse(text).Members.ToDictionary(static member => member.Id, EffectFile.LineOf, StringComparer.Ordinal);
}
