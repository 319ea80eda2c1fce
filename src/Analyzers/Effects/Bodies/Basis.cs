using System.Collections.Immutable;

namespace Pipeline.Analyzers.Effects.Bodies;

/// <summary>
/// What a body comes down to: the members of libraries that it waits for, and what keeps two calls of it apart all the same.
/// </summary>
/// <param name="Asked">The members of the library model that look at the world and take time: <c>HttpClient.GetStringAsync</c>.</param>
/// <param name="Objections">In words, what is harmless in one call and not known to be in two at once.</param>
internal sealed record Basis(ImmutableSortedSet<string> Asked, ImmutableSortedSet<string> Objections)
{
    private static readonly ImmutableSortedSet<string> None = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public static readonly Basis Nothing = new(None, None);

    public Basis Asking(string member) => this with { Asked = Asked.Add(member) };

    public Basis Objecting(string reason) => this with { Objections = Objections.Add(reason) };

    public Basis And(Basis other) =>
        other == Nothing ? this
        : this == Nothing ? other
        : new(Asked.Union(other.Asked), Objections.Union(other.Objections));

    public bool Equals(Basis? other) =>
        ReferenceEquals(this, other) || (other is not null && Asked.SetEquals(other.Asked) && Objections.SetEquals(other.Objections));

    public override int GetHashCode() => (Asked.Count * 31) + Objections.Count;
}
