using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipeline.Analyzers.Names;

/// <summary>What <c>.editorconfig</c> says about effects, file by file.</summary>
internal sealed class EffectOptions(AnalyzerConfigOptionsProvider provider)
{
    public const string CommandVerbs = "pipeline_command_verbs";
    public const string QueryVerbs = "pipeline_query_verbs";
    public const string ConcurrentTypes = "pipeline_concurrent_types";
    public const string HarmlessCalls = "pipeline_harmless_calls";

    private readonly ConcurrentDictionary<(string Commands, string Queries), EffectNames> _names = new();

    /// <summary>The verb lists that hold in the file: the built-in ones and the project's own.</summary>
    public EffectNames NamesFor(SyntaxTree tree)
    {
        var key = (Value(tree, CommandVerbs), Value(tree, QueryVerbs));
        return key is ("", "")
            ? EffectNames.Default
            : _names.GetOrAdd(key, static lists => EffectNames.Default.With(Items(lists.Commands), Items(lists.Queries)));
    }

    /// <summary>The full names of types the project states to be safe for concurrent calls.</summary>
    public ImmutableArray<string> ConcurrentTypesFor(SyntaxTree tree) => Items(Value(tree, ConcurrentTypes));

    /// <summary>The full names of methods that nobody minds between two calls, or <c>Shop.Metrics.*</c>.</summary>
    public ImmutableArray<string> HarmlessCallsFor(SyntaxTree tree) => Items(Value(tree, HarmlessCalls));

    private string Value(SyntaxTree tree, string key) => provider.GetOptions(tree).TryGetValue(key, out string? value) ? value : "";

    private static ImmutableArray<string> Items(string list) =>
        list.Length == 0 ? [] : [.. list.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries)];
}
