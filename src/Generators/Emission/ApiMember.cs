using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Writes a member that stands for an API, with what its declaration says to callers.</summary>
internal static class ApiMember
{
    /// <summary>A member users see: with the API's own documentation.</summary>
    public static void Write(SourceWriter writer, ApiModel api, string member) =>
        WriteMember(writer, api, $"/// <inheritdoc cref=\"{api.DocumentationId}\"/>", member);

    /// <summary>A member nobody sees.</summary>
    public static void WriteOverride(SourceWriter writer, ApiModel api, string member) =>
        WriteMember(writer, api, null, member);

    private static void WriteMember(SourceWriter writer, ApiModel api, string? documentation, string member)
    {
        writer.Separate();
        if (api.IsOblivious)
            writer.Write("#nullable disable annotations");
        if (documentation is not null)
            writer.Write(documentation);
        foreach (string attribute in api.Attributes)
            writer.Write(attribute);
        writer.Write(member);
        if (api.IsOblivious)
            writer.Write("#nullable enable annotations");
    }
}
