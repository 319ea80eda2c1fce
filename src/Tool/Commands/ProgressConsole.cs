using Spectre.Console;

namespace Pipeline.Tool.Commands;

/// <summary>Where progress and notes go: to standard error, so that what is printed can be piped on.</summary>
/// <param name="Console">The console.</param>
internal sealed record ProgressConsole(IAnsiConsole Console)
{
    /// <summary>That of the process.</summary>
    public static ProgressConsole Create() => new(AnsiConsole.Create(new() { Out = new AnsiConsoleOutput(System.Console.Error) }));
}
