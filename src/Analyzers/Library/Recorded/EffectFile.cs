using System.Collections.Immutable;

namespace Pipeline.Analyzers.Library.Recorded;

/// <summary>
/// The solution's effect file, as text: a line for each method that other projects may call and that changes nothing.
/// </summary>
/// <example>
/// <code>
/// computes M:Shop.Prices.Round(System.Decimal) see Prices.Round 77aa01ff
/// reads M:Shop.IRates.LoadAsync(System.String) HttpClient.GetStringAsync see WebRates.LoadAsync 1f0c22ab
/// reads M:Shop.IStock.CountAsync declared
/// </code>
/// </example>
internal sealed class EffectFile
{
    public const string Name = "pipeline.effects";

    public static readonly EffectFile Empty = new([], []);

    private const string Reads = "reads";
    private const string Computes = "computes";
    private const string See = "see";
    private const string Declared = "declared";

    private EffectFile(ImmutableArray<RecordedMember> members, ImmutableArray<(int Line, string Reason)> errors) =>
        (Members, Errors) = (members, errors);

    public ImmutableArray<RecordedMember> Members { get; }

    /// <summary>The lines that are passed over, counted from 0, and why.</summary>
    public ImmutableArray<(int Line, string Reason)> Errors { get; }

    /// <summary>Reads what it understands, and keeps count of the rest.</summary>
    public static EffectFile Parse(string text)
    {
        var members = new Dictionary<string, RecordedMember>(StringComparer.Ordinal);
        var errors = ImmutableArray.CreateBuilder<(int, string)>();
        string[] lines = text.Split('\n');
        for (int number = 0; number < lines.Length; number++)
        {
            string line = lines[number].Trim();
            if (line.Length == 0 || line[0] == '#')
                continue;
            string[] words = line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (MemberOf(words, number) is not { } member)
                errors.Add((number, "it is no line that `pipeline scan --record` writes"));
            else if (members.ContainsKey(member.Id))
                errors.Add((number, $"'{member.Id}' has a line before it"));
            else
                members.Add(member.Id, member);
        }

        return new([.. members.Values], errors.ToImmutable());
    }

    public static string LineOf(RecordedMember member)
    {
        string[] words =
        [
            member.Reads ? Reads : Computes,
            member.Id,
            .. member.IsDeclared ? [Declared] : (string[])[.. member.Asked, See, string.Join(",", member.Bodies), member.Hash!],
        ];
        return string.Join(" ", words);
    }

    private static RecordedMember? MemberOf(string[] words, int line)
    {
        if (words is not [Reads or Computes, ['M', ':', ..] id, ..])
            return null;
        if (words is [_, _, Declared])
            return new(id, words[0] is Reads, [], [], null, line);
        const int Around = 5;
        return words is [_, _, .., See, var bodies, { Length: 8 } hash]
            ? new(id, words[0] is Reads, [.. words.Skip(2).Take(words.Length - Around)], [.. bodies.Split(',')], hash, line)
            : null;
    }
}
