using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>A body whose fix is wrong.</summary>
internal sealed record Failure(BodySource Body, Strategy Strategy, string What)
{
    public override string ToString() => $"{Body.TypeName} {Strategy}: {What.Split('\n')[0]}";
}
