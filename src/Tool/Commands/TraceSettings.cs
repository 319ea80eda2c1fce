using System.ComponentModel;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary>What <c>pipeline trace</c> is told.</summary>
internal sealed class TraceSettings : CommandSettings
{
    [CommandArgument(0, "<source>")]
    [Description("A file of OTLP JSON, the address of a running application's dashboard, or - for standard input.")]
    public string Source { get; init; } = "";

    [CommandOption("--api <name>")]
    [Description("Only requests of this API, such as Shop/Buy.")]
    public string? Api { get; init; }

    [CommandOption("--trace <id>")]
    [Description("Only the request of this trace.")]
    public string? Trace { get; init; }

    [CommandOption("--top <count>")]
    [Description("How many requests are drawn, the slowest first.")]
    [DefaultValue(1)]
    public int Top { get; init; } = 1;

    [CommandOption("--dependences <file>")]
    [Description("What pipeline graph --dependences has written: then it is known what could have run together.")]
    public string? Dependences { get; init; }

    [CommandOption("--html <file>")]
    [Description("Writes a page with the requests.")]
    public string? Html { get; init; }

    [CommandOption("--json")]
    [Description("Prints the requests with their paths as JSON, for other programs.")]
    public bool Json { get; init; }

    /// <inheritdoc/>
    public override ValidationResult Validate() => Top > 0 ? ValidationResult.Success() : ValidationResult.Error("--top is 1 or more.");
}
