using Pipeline.Differential.Execution;

namespace Pipeline.Differential.Comparing;

/// <summary>Two bodies that should behave alike do not.</summary>
internal sealed record Difference(Assignment Assignment, string What)
{
    public override string ToString() => $"{What}\n({Assignment})";
}
