using Microsoft.CodeAnalysis;

namespace Pipeline.Generators.Parsing;

/// <summary>
/// A compilation as far as its declarations go: it equals every other with the same <see cref="DeclarationFingerprint"/>, whatever
/// the bodies of its methods are. It keeps no compilation alive.
/// </summary>
internal sealed class DeclarationSnapshot
{
    private readonly ulong _fingerprint;
    private WeakReference<Compilation> _compilation;

    private DeclarationSnapshot(Compilation compilation, ulong fingerprint)
    {
        _compilation = new(compilation);
        _fingerprint = fingerprint;
    }

    public static IEqualityComparer<DeclarationSnapshot> Comparer { get; } = new DeclarationComparer();

    /// <summary>A compilation with these declarations: the newest, which lives as long as the generator runs on it.</summary>
    public Compilation? Compilation => _compilation.TryGetTarget(out var compilation) ? compilation : null;

    public static DeclarationSnapshot Of(Compilation compilation, CancellationToken cancellationToken) =>
        new(compilation, DeclarationFingerprint.Of(compilation, cancellationToken));

    private sealed class DeclarationComparer : IEqualityComparer<DeclarationSnapshot>
    {
        /// <summary>
        /// Of two equal values the driver keeps the previous one, whose compilation may be gone by now. Any with the same declarations
        /// serves as well, so the previous takes over the current one's.
        /// </summary>
        public bool Equals(DeclarationSnapshot previous, DeclarationSnapshot current)
        {
            if (previous._fingerprint != current._fingerprint)
                return false;

            previous._compilation = current._compilation;
            return true;
        }

        public int GetHashCode(DeclarationSnapshot snapshot) => snapshot._fingerprint.GetHashCode();
    }
}
