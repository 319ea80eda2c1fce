using System.Collections.Immutable;

namespace Pipeline.Analyzers.Names;

/// <summary>Judges a call by the words of its name: evidence, never proof, so every doubt makes it unknown.</summary>
internal sealed class EffectNames
{
    public static readonly EffectNames Default = new(EffectVerbs.Commands, EffectVerbs.CommandsAsVerb, EffectVerbs.Queries);

    private static readonly ImmutableHashSet<string> Prepositions = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "All", "At", "By", "For", "From", "In", "Of", "Per", "Stock", "To", "With", "People", "Where");

    private readonly ImmutableHashSet<string> _commands;
    private readonly ImmutableHashSet<string> _commandsAsVerb;
    private readonly ImmutableHashSet<string> _queries;

    private EffectNames(ImmutableHashSet<string> commands, ImmutableHashSet<string> commandsAsVerb, ImmutableHashSet<string> queries)
    {
        _commands = commands;
        _commandsAsVerb = commandsAsVerb;
        _queries = queries;
    }

    /// <summary>The lists with a project's own verbs, which win over the built-in ones; a verb named as both is a command.</summary>
    public EffectNames With(IReadOnlyCollection<string> commands, IReadOnlyCollection<string> queries) => new(
        _commands.Except(queries).Union(commands),
        _commandsAsVerb.Except(queries),
        _queries.Union(queries).Except(commands));

    /// <param name="name">The method's name, with or without its <c>Async</c> suffix.</param>
    /// <param name="usesValue">Whether it returns a value and the caller keeps it.</param>
    public NameVerdict Judge(string name, bool usesValue)
    {
        if (!usesValue)
            return new(EffectKind.Command, "its value is not used");

        var words = NameWords.Split(name);
        if (FindCommand(words) is { } command)
            return new(EffectKind.Command, $"'{command}' is a verb of change");
        if (FindQuery(words) is not { } query)
            return new(EffectKind.Unknown, $"no word of '{name}' says what it does");
        if (MakesIdentity(words) || ProcessesBusiness(words) || Deceives(words) || CountsOne(words))
            return new(EffectKind.Unknown, $"'{name}' may change something");
        return new(EffectKind.Query, $"'{query}' is a verb of reading or computing");
    }

    /// <summary>Whether the name says that the call decides whether, or allows that, something later may happen.</summary>
    public static bool IsGuard(string name)
    {
        var words = NameWords.Split(name);
        return Enumerable.Range(0, words.Length).Any(index => Find(EffectVerbs.Guards, words, index) is not null);
    }

    /// <summary>Whether what the name stands for is read in an order for a reason: a version, a cursor.</summary>
    public static bool IsProtocol(string name)
    {
        var words = NameWords.Split(name);
        return Enumerable.Range(0, words.Length)
            .Any(index => Find(EffectVerbs.Protocols, words, index) is not null
                || EffectVerbs.Protocols.Contains(words[index].TrimEnd('s')));
    }

    /// <summary>The first verb of change and of guarding in a text; words that are as often nouns are taken for nouns.</summary>
    public string? FindCommand(string text)
    {
        var words = NameWords.Split(text);
        return Enumerable.Range(0, words.Length).Select(index => Find(_commands, words, index))
            .FirstOrDefault(static command => command is not null);
    }

    private string? FindCommand(ImmutableArray<string> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (Find(_commands, words, i) is { } command)
                return command;
            if (StandsAsVerb(words, i) && Find(_commandsAsVerb, words, i) is { } verb)
                return verb;
        }

        return null;
    }

    private string? FindQuery(ImmutableArray<string> words) => words.IsEmpty ? null : Find(_queries, words, 0);

    private static bool StandsAsVerb(ImmutableArray<string> words, int index) =>
        index == 0 || EffectVerbs.Conjunctions.Contains(words[index - 1]);

    /// <summary>The word at the index, alone or with the one behind it (<c>Check|Out</c>), where the list has it.</summary>
    private static string? Find(ImmutableHashSet<string> list, ImmutableArray<string> words, int index)
    {
        if (list.Contains(words[index]))
            return words[index];
        return index + 1 < words.Length && words[index] + words[index + 1] is var pair && list.Contains(pair) ? pair : null;
    }

    private static bool MakesIdentity(ImmutableArray<string> words) =>
        Is(words[0], "Generate") && words.Any(word => HasNoun(EffectVerbs.Identities, word));

    private static bool ProcessesBusiness(ImmutableArray<string> words) =>
        Is(words[0], "Process")
        && (!words.Any(word => HasNoun(EffectVerbs.Content, word)) || words.Any(word => HasNoun(EffectVerbs.Business, word)));

    private static bool HasNoun(ImmutableHashSet<string> nouns, string word) =>
        nouns.Contains(word)
        || (word.EndsWith("s", StringComparison.OrdinalIgnoreCase) && nouns.Contains(word.Substring(0, word.Length - 1)));

    private static bool Deceives(ImmutableArray<string> words) =>
        EffectVerbs.Deceiving.TryGetValue(words[0], out var nouns) && words.Length > 1 && words.Skip(1).Any(word => HasNoun(nouns, word));

    /// <summary><c>CountVisit</c> counts a visit; <c>CountVisits</c> says how many there were.</summary>
    private static bool CountsOne(ImmutableArray<string> words) =>
        Is(words[0], "Count") && words.Length > 1
            && words.Skip(1).All(static word => !word.EndsWith("s", StringComparison.OrdinalIgnoreCase))
        && !Prepositions.Contains(words[1]);

    private static bool Is(string word, string verb) => string.Equals(word, verb, StringComparison.OrdinalIgnoreCase);
}
