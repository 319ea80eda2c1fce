using System.ComponentModel;
using Pipeline.Tool.Scanning;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary>What <c>pipeline scan</c> is told.</summary>
internal sealed class ScanSettings : CommandSettings
{
    [CommandArgument(0, "[path]")]
    [Description("A solution, a project, or a folder of C# files.")]
    [DefaultValue(".")]
    public string Path { get; init; } = ".";

    [CommandOption("--sarif <file>")]
    [Description("Writes the findings as SARIF 2.1.0.")]
    public string? Sarif { get; init; }

    [CommandOption("--html <file>")]
    [Description("Writes a page with the code of every place before and after the fix.")]
    public string? Html { get; init; }

    [CommandOption("--fail-on <severity>")]
    [Description("Exits with 1 if there is a finding of this severity or a higher one: suggestion, warning, error.")]
    public string? FailOn { get; init; }

    [CommandOption("--fix")]
    [Description("Applies the fix of every finding that has one, and writes the files.")]
    public bool Fix { get; init; }

    [CommandOption("--record [file]")]
    [Description("Writes the effect file, pipeline.effects: which methods other projects may call at once. Check it in.")]
    public FlagValue<string>? Record { get; init; }

    [CommandOption("--verify [file]")]
    [Description("Exits with 2 if the effect file is not what --record would write, and names the members that changed.")]
    public FlagValue<string>? Verify { get; init; }

    [CommandOption("--explain <name>")]
    [Description("Says of every method whose full name contains this text what the effect file can say of it, or what is in the way.")]
    public string? Explain { get; init; }

    [CommandOption("--profile <file>")]
    [Description("A pipeline.profile.json: what saves most comes first. Without it, the one in a project's folder is taken.")]
    public string? Profile { get; init; }

    [CommandOption("--loose")]
    [Description("Reads the C# files of the folder without MSBuild, with the framework's reference assemblies alone.")]
    public bool Loose { get; init; }

    [CommandOption("--references <folder>")]
    [Description("A folder of further assemblies that loose files refer to.")]
    public string? References { get; init; }

    [CommandOption("--top <count>")]
    [Description("How many findings the terminal lists; the files have all.")]
    [DefaultValue(25)]
    public int Top { get; init; } = 25;

    /// <inheritdoc/>
    public override ValidationResult Validate()
    {
        if (!File.Exists(Path) && !Directory.Exists(Path))
            return ValidationResult.Error($"'{Path}' is neither a file nor a folder.");
        if (Profile is not null && !File.Exists(Profile))
            return ValidationResult.Error($"There is no file '{Profile}'.");
        return FailOn is null || Severities.TryParse(FailOn, out _)
            ? ValidationResult.Success()
            : ValidationResult.Error($"'{FailOn}' is no severity. Say suggestion, warning or error.");
    }
}
