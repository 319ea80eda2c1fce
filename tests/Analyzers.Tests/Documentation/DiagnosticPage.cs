using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Pipeline.Analyzers.Tests.Documentation;

/// <summary>A page under docs/diagnostics.</summary>
internal sealed partial class DiagnosticPage(string id)
{
    public static string Folder { get; } = Path.Combine(Repository(), "docs", "diagnostics");

    public static string Releases { get; } = string.Concat(
        Directory.GetFiles(Path.Combine(Repository(), "src", "Analyzers"), "AnalyzerReleases.*.md").Select(File.ReadAllText));

    public string Text { get; } = File.ReadAllText(Path.Combine(Folder, $"{id}.md")).ReplaceLineEndings("\n");

    /// <summary>The C# of a section.</summary>
    public string Code(string section) => string.Join('\n', CSharp().Matches(Section(section)).Select(static block => block.Groups[1].Value));

    /// <summary>The effect file of a section.</summary>
    public string? Effects(string section) => Block().Match(Section(section)) is { Success: true } block ? block.Groups[1].Value : null;

    /// <summary>The options of a section, as <c>.editorconfig</c> has them.</summary>
    public ImmutableDictionary<string, string> Options(string section) =>
        Option().Matches(Section(section)).ToImmutableDictionary(static line => line.Groups[1].Value, static line => line.Groups[2].Value);

    /// <summary>The profile that a section shows; null for none.</summary>
    public string? Profile(string section) => Json().Match(Section(section)) is { Success: true } block ? block.Groups[1].Value : null;

    private string Section(string section)
    {
        int start = Text.IndexOf($"\n## {section}\n", StringComparison.Ordinal);
        return Text[start..Text.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();

    [GeneratedRegex("^(pipeline_\\w+) = (.*)$", RegexOptions.Multiline)]
    private static partial Regex Option();

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Pipeline.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
