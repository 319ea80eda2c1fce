using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Names;

namespace Pipeline.Tool.Scanning;

/// <summary>
/// Entries of <c>pipeline_concurrent_types</c> that no project has a type for. One project alone could not tell: the file speaks for all.
/// </summary>
internal sealed class UnmatchedTypes
{
    private readonly Dictionary<string, bool> _entries = new(StringComparer.Ordinal);

    /// <summary>The entries that nothing has matched so far, in order.</summary>
    public IEnumerable<string> All =>
        _entries.Where(static entry => !entry.Value).Select(static entry => entry.Key).Order(StringComparer.Ordinal);

    public void Add(Compilation compilation, EffectOptions options)
    {
        foreach (string entry in compilation.SyntaxTrees.SelectMany(tree => options.ConcurrentTypesFor(tree)).Distinct())
            _entries[entry] = _entries.GetValueOrDefault(entry) || Has(compilation, entry);
    }

    private static bool Has(Compilation compilation, string entry)
    {
        bool isPattern = entry.EndsWith('*');
        string name = entry.TrimEnd('*');
        int dot = name.LastIndexOf('.');
        INamespaceOrTypeSymbol? scope = compilation.GlobalNamespace;
        foreach (string part in dot < 0 ? [] : name[..dot].Split('.'))
            scope = scope?.GetMembers(part).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
        string last = name[(dot + 1)..];
        return scope?.GetMembers().OfType<INamespaceOrTypeSymbol>().Any(member =>
            isPattern ? member.Name.StartsWith(last, StringComparison.Ordinal) : member is ITypeSymbol && member.Name == last) is true;
    }
}
