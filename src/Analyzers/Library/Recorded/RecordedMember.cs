using System.Collections.Immutable;

namespace Pipeline.Analyzers.Library.Recorded;

/// <summary>A line of the effect file: a method that changes nothing, and that two callers may be in at once.</summary>
/// <param name="Id">The method, as documentation comments name it.</param>
/// <param name="Reads">Whether it looks at the world; else it only computes.</param>
/// <param name="Asked">The members of libraries that it waits for; none where a person wrote the line.</param>
/// <param name="Bodies">The methods whose bodies say so: <c>WebRates.LoadAsync</c>.</param>
/// <param name="Hash">What those bodies were; null where a person wrote the line.</param>
/// <param name="Line">Where in the file, counted from 0.</param>
internal sealed record RecordedMember(
    string Id, bool Reads, ImmutableArray<string> Asked, ImmutableArray<string> Bodies, string? Hash, int Line)
{
    /// <summary>Whether a person stands for it.</summary>
    public bool IsDeclared => Hash is null;

    /// <summary>Why the line is believed, as a message says it.</summary>
    public string Reason => IsDeclared
        ? $"is declared to change nothing in {EffectFile.Name}"
        : $"only reads ({AskedBy(Asked)}), see {string.Join(", ", Bodies)} in {EffectFile.Name}";

    /// <summary>The first few of the members, as a message names them.</summary>
    public static string AskedBy(IReadOnlyCollection<string> members)
    {
        const int Named = 2;
        return string.Join(", ", members.Take(Named).Select(static member => $"'{member}'")) + (members.Count > Named ? ", …" : "");
    }
}
