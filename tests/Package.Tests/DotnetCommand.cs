using System.Diagnostics;
using System.Text;

namespace Pipeline.Package.Tests;

/// <summary>One run of the SDK's command line, with what it printed.</summary>
internal sealed record DotnetCommand(int ExitCode, string Output)
{
    public static DotnetCommand Run(string workingDirectory, params string[] arguments) =>
        RunProgram("dotnet", workingDirectory, arguments);

    /// <summary>The same for a program that the SDK has made.</summary>
    public static DotnetCommand RunProgram(string program, string workingDirectory, params string[] arguments)
    {
        var output = new StringBuilder();
        using var process = new Process { StartInfo = StartInfo(program, workingDirectory, arguments) };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return new DotnetCommand(process.ExitCode, output.ToString());

        void Append(string? line)
        {
            lock (output) output.Append(line).Append('\n');
        }
    }

    public DotnetCommand Succeeded() => ExitCode == 0 ? this : throw new InvalidOperationException($"exit code {ExitCode}:\n{Output}");

    private static ProcessStartInfo StartInfo(string program, string workingDirectory, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        // The test host's own settings must not reach the build under test.
        foreach (var name in start.Environment.Keys.Where(IsSetByTheHost).ToArray()) start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    private static bool IsSetByTheHost(string name) =>
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase);
}
