using System.Text.RegularExpressions;

namespace Pipeline.Integration.Tests.Documentation;

/// <summary>The blocks of docs/resilience.md, as they stand there.</summary>
internal static partial class ResiliencePage
{
    private static readonly string Text = Read("resilience.md");

    public static string Services { get; } = Read("ResiliencePageServices.cs");

    public static string CSharp { get; } = Blocks("csharp").Single();

    public static string Configuration { get; } = Blocks("json").Single();

    public static string[] Texts { get; } = [.. Blocks("text")];

    private static IEnumerable<string> Blocks(string language) => Fence().Matches(Text)
        .Where(block => block.Groups["language"].Value == language)
        .Select(static block => block.Groups["code"].Value);

    private static string Read(string file) =>
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Documentation", file)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^ *```(?<language>\w+)\n(?<code>.*?)^ *```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fence();
}
