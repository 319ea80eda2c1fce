using Pipeline.Tool.Commands;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Tests;

/// <summary>One run of the tool in this process, with what it printed.</summary>
internal sealed record ToolRun(int ExitCode, string Output)
{
    public static Task<ToolRun> ScanAsync(params IEnumerable<string> arguments) => RunAsync<ScanCommand>(arguments);

    /// <summary>A command with its arguments. Progress goes where everything else does.</summary>
    public static Task<ToolRun> RunAsync<TCommand>(params IEnumerable<string> arguments)
        where TCommand : class, ICommand => RunAsync<TCommand>(width: 1000, arguments);

    /// <param name="width">The columns of the console: <see cref="int.MaxValue"/> where the output is redirected.</param>
    /// <param name="arguments">What the command is told.</param>
    public static async Task<ToolRun> RunAsync<TCommand>(int width, IEnumerable<string> arguments)
        where TCommand : class, ICommand
    {
        using var output = new StringWriter();
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        var app = new CommandApp<TCommand>();
        app.Configure(configuration =>
        {
            configuration.ConfigureConsole(console);
            configuration.Settings.Registrar.RegisterInstance(new ProgressConsole(console));
        });
        int exitCode = await app.RunAsync(arguments);
        return new(exitCode, output.ToString());
    }
}
