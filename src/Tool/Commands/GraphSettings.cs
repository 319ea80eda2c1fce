using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary>What <c>pipeline graph</c> is told.</summary>
internal sealed class GraphSettings : CommandSettings
{
    [CommandArgument(0, "[path]")]
    [Description("A solution, a project, or a folder with one of them.")]
    [DefaultValue(".")]
    public string Path { get; init; } = ".";

    [CommandOption("--format <format>")]
    [Description("mermaid, dot, svg or json. Without it, the ending of --out decides (.mmd, .dot, .svg, .json), and then mermaid.")]
    public string? Format { get; init; }

    [CommandOption("--json")]
    [Description("Short for --format json.")]
    public bool Json { get; init; }

    [CommandOption("-o|--out <file>")]
    [Description("Writes the graph to a file instead of the terminal.")]
    public string? Out { get; init; }

    [CommandOption("--dependences <file>")]
    [Description("Writes which calls each API makes and which of them need which, for the runtime, as pipeline.dependences.json.")]
    public string? Dependences { get; init; }

    [CommandOption("-c|--configuration <name>")]
    [Description("The configuration whose generators are used, as it was built: Debug without it.")]
    public string? Configuration { get; init; }

    /// <summary>The format that is asked for.</summary>
    public GraphFormat Wanted => Json ? GraphFormat.Json
        : Named(Format) ?? Named(System.IO.Path.GetExtension(Out)?.TrimStart('.')) ?? GraphFormat.Mermaid;

    /// <inheritdoc/>
    public override ValidationResult Validate()
    {
        if (!File.Exists(Path) && !Directory.Exists(Path))
            return ValidationResult.Error($"'{Path}' is neither a file nor a folder.");
        return Format is null || Named(Format) is not null
            ? ValidationResult.Success()
            : ValidationResult.Error($"'{Format}' is no format. Say mermaid, dot, svg or json.");
    }

    private static GraphFormat? Named(string? name) => name?.ToUpperInvariant() switch
    {
        "MERMAID" or "MMD" => GraphFormat.Mermaid,
        "DOT" or "GV" => GraphFormat.Dot,
        "SVG" => GraphFormat.Svg,
        "JSON" => GraphFormat.Json,
        _ => null,
    };
}

/// <summary>In what form a graph is written.</summary>
internal enum GraphFormat
{
    /// <summary>A Mermaid flowchart.</summary>
    Mermaid,

    /// <summary>Graphviz.</summary>
    Dot,

    /// <summary>A picture.</summary>
    Svg,

    /// <summary>For programs.</summary>
    Json,
}
