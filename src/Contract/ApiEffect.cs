namespace Pipeline.Contract;

/// <summary>The runtime's <c>Pipeline.Effect</c>, member by member: attribute values arrive as its numbers.</summary>
internal enum ApiEffect
{
    Unknown = 0,
    None = 1,
    Reads = 2,
    Writes = 3,
}
