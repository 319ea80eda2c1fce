using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Rules;

/// <summary>Makes the descriptors of all rules alike: the category follows from the ID's range, the help link from the ID.</summary>
internal static class Descriptor
{
    private const string Pages = "https://github.com/pipeline-net/pipeline/blob/main/docs/diagnostics/";

    public static DiagnosticDescriptor Create(
        string id, string title, string messageFormat, DiagnosticSeverity severity, string description, params string[] customTags) =>
        new(id, title, messageFormat, Category(id), severity, isEnabledByDefault: true, description, $"{Pages}{id}.md", customTags);

    private static string Category(string id) => id["PIPE".Length] switch
    {
        '0' => "Parallelism",
        '1' => "Declarations",
        _ => "Graph",
    };
}
