namespace Pipeline.Generators.Models;

/// <summary>Generated members that need <c>new</c>: a base class has one of that name.</summary>
[Flags]
internal enum HiddenMembers
{
    None = 0,
    Proxy = 1,
    Definition = 2,
}
