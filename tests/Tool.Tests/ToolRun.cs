using Pipeline.Tool.Commands;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Tests;

/// <summary>One run of the tool in this process, with what it printed.</summary>
internal sealed record ToolRun(int ExitCode, string Output)
{
    public static async Task<ToolRun> ScanAsync(params IEnumerable<string> arguments)
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = 1000;
        var app = new CommandApp<ScanCommand>();
        app.Configure(configuration => configuration.ConfigureConsole(console));
        int exitCode = await app.RunAsync(arguments);
        return new(exitCode, output.ToString());
    }
}
