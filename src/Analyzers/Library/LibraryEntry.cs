using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Library;

/// <summary>What is known of some of a library's types. A member that no list names is unknown.</summary>
/// <remarks>
/// A list holds names of methods and properties; <c>new</c> stands for the constructors, <c>set:Name</c> for a setter,
/// <c>new(String)</c> for the constructors whose first parameter has that type, and <c>*</c> for all that no other list names.
/// </remarks>
/// <param name="types">The types' full metadata names.</param>
/// <param name="source">The page that says so.</param>
internal sealed class LibraryEntry(string types, string source)
{
    private readonly Dictionary<string, Deeds> _members = [];

    public ImmutableArray<string> Types { get; } = Words(types);

    /// <summary>The documentation this rests on.</summary>
    public string Source { get; } = source;

    public LibraryTraits Traits { get; init; }

    /// <summary>Members that only compute.</summary>
    public string Pure { init => Add(value, Deeds.Known); }

    /// <summary>Members that look at the world.</summary>
    public string Reads { init => Add(value, Deeds.Known | Deeds.ReadsWorld); }

    /// <summary>Members that change the world.</summary>
    public string Writes { init => Add(value, Deeds.Known | Deeds.WritesWorld); }

    /// <summary>Members that change what the object holds.</summary>
    public string Changes { init => Add(value, Deeds.Known | Deeds.WritesReceiver); }

    /// <summary>Members that change the object, but not what it looks at.</summary>
    public string Moves { init => Add(value, Deeds.Known | Deeds.MovesReceiver); }

    /// <summary>Of the members above, those that return an object nobody else has.</summary>
    public string Fresh { init => Add(value, Deeds.Known | Deeds.ReturnsFresh); }

    /// <summary>Members that return something the object holds.</summary>
    public string Parts { init => Add(value, Deeds.Known | Deeds.ReturnsPart); }

    /// <summary>Members that return the object or a view of it.</summary>
    public string Views { init => Add(value, Deeds.Known | Deeds.ReturnsSame); }

    /// <summary>Members of which nothing is known, although <c>*</c> or a trait would cover them.</summary>
    public string Not { init => Add(value, Deeds.Unknown); }

    /// <summary>Types of parameters with which nothing is known of a member: a session, a transaction.</summary>
    public string NotWith { init => Strangers = Words(value); }

    public ImmutableArray<string> Strangers { get; private init; } = [];

    /// <summary>Every name on a list, as it stands there.</summary>
    public IEnumerable<string> Names => _members.Keys;

    /// <summary>What the lists say of the name.</summary>
    public Deeds DeedsOf(string name) => _members[name];

    public bool Has(LibraryTraits trait) => (Traits & trait) != 0;

    /// <summary>Whether a list has the name, or covers all names.</summary>
    public bool Knows(string name) =>
        (_members.TryGetValue(name, out var deeds) || _members.TryGetValue("*", out deeds)) && deeds != Deeds.Unknown;

    public Deeds DeedsOf(IMethodSymbol method)
    {
        if (!Strangers.IsEmpty && method.Parameters.Any(parameter => Strangers.Contains(parameter.Type.Name)))
            return Deeds.Unknown;
        foreach (string key in Keys(method))
        {
            if (_members.TryGetValue(key, out var deeds))
                return deeds;
        }

        if (method.MethodKind is MethodKind.PropertySet)
            return Has(LibraryTraits.Settable) ? Deeds.Known | Deeds.WritesReceiver : Deeds.Unknown;
        if (Has(LibraryTraits.Plain) && method.MethodKind is MethodKind.PropertyGet or MethodKind.Constructor)
            return Deeds.Known;
        return _members.TryGetValue("*", out var rest) ? rest : Deeds.Unknown;
    }

    private static IEnumerable<string> Keys(IMethodSymbol method) => method.MethodKind switch
    {
        MethodKind.Constructor when method.Parameters is [{ Type: IArrayTypeSymbol { ElementType.Name: var item } }, ..] =>
            [$"new({item}[])", "new"],
        MethodKind.Constructor when method.Parameters is [{ Type.Name: var first }, ..] => [$"new({first})", "new"],
        MethodKind.Constructor => ["new()", "new"],
        MethodKind.PropertySet => ["set:" + method.AssociatedSymbol?.MetadataName],
        _ => [method.AssociatedSymbol?.MetadataName ?? method.Name],
    };

    private void Add(string names, Deeds deeds)
    {
        foreach (string name in Words(names))
            _members[name] = _members.TryGetValue(name, out var known) ? known | deeds : deeds;
    }

    private static ImmutableArray<string> Words(string list) =>
        [.. list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)];
}
