using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Analyzers.Effects;

/// <summary>Lines of the effect file that rest on bodies of this project alone, which read differently now.</summary>
internal static class StaleMembers
{
    public static IEnumerable<RecordedMember> In(EffectFile file, Compilation compilation, CancellationToken cancellationToken)
    {
        var implementations = new Implementations(compilation);
        return file.Members.Where(member => !member.IsDeclared && IsStale(member, compilation, implementations, cancellationToken));
    }

    /// <summary>The bodies in the order in which their source is hashed.</summary>
    public static IEnumerable<IMethodSymbol> Sort(IEnumerable<IMethodSymbol> bodies) =>
        bodies.OrderBy(static body => RecordedEffects.IdOf(body), StringComparer.Ordinal);

    private static bool IsStale(
        RecordedMember member, Compilation compilation, Implementations implementations, CancellationToken cancellationToken)
    {
        if (DocumentationCommentId.GetFirstSymbolForDeclarationId(member.Id, compilation) is not IMethodSymbol method
            || !implementations.IsOwn(method))
            return false;
        var bodies = Sort(implementations.Of(method).Where(implementations.IsOwn)).ToArray();
        return bodies.Length == member.Bodies.Length && SourceHash.Of(bodies, cancellationToken) != member.Hash;
    }
}
