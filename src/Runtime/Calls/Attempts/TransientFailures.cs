namespace Pipeline.Calls;

/// <summary>Which failures of an API may pass: what the runtime knows, and what the API, code or configuration adds.</summary>
internal sealed class TransientFailures
{
    /// <summary>The name of the key that lists types by name.</summary>
    public const string Key = "Transient";

    /// <summary>What the runtime knows, and no more.</summary>
    public static readonly TransientFailures Known = new([], []);

    private readonly IReadOnlyList<Type> _types;
    private readonly IReadOnlyCollection<string> _names;

    private TransientFailures(IReadOnlyList<Type> types, IReadOnlyCollection<string> names)
    {
        _types = types;
        _names = names;
    }

    /// <summary>What is declared and what sections of configuration name, by the full names of types.</summary>
    public static TransientFailures Read(IReadOnlyList<Type> declared, params ReadOnlySpan<OptionsSection> sections)
    {
        var names = new HashSet<string>();
        foreach (var section in sections)
            names.UnionWith(section.Texts(Key));
        return declared is [] && names.Count == 0 ? Known : new(declared, names);
    }

    /// <summary>Whether the same call may succeed a little later.</summary>
    public bool Contain(Exception failure)
    {
        if (FailureKinds.IsTransient(failure) || _types.Any(type => type.IsInstanceOfType(failure)))
            return true;

        for (var type = _names.Count == 0 ? null : failure.GetType(); type is not null; type = type.BaseType)
        {
            if (_names.Contains(type.FullName ?? ""))
                return true;
        }

        return failure is RemoteServiceException remote && _names.Contains(remote.OriginalType);
    }
}
