using System.Diagnostics;
using System.Text.RegularExpressions;
using Pipeline.TestKit;

namespace Pipeline.Samples.Tests.Web;

/// <summary>The web sample as its user runs it, on a free port, for all tests of this namespace.</summary>
[SetUpFixture]
public sealed partial class WebProcess
{
    private Process? _process;

    /// <summary>Where it listens, as it prints it.</summary>
    public static Uri Address { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Web.dll"), "--urls", "http://127.0.0.1:0", "--environment", "Development"];
        _process = Process.Start(new ProcessStartInfo(host, arguments)
        {
            WorkingDirectory = Path.Combine(Repository.Root, "samples", "Web"),
            RedirectStandardOutput = true,
        })!;
        Address = new(await ReadAddressAsync(_process.StandardOutput));
        _ = _process.StandardOutput.ReadToEndAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        if (_process is not { } process)
            return;

        using (process)
        {
            if (!OperatingSystem.IsWindows())
                Process.Start("kill", ["-TERM", $"{process.Id}"])?.Dispose();
            else
                process.Kill();
            await process.WaitForExitAsync();
            Assert.That(process.ExitCode, OperatingSystem.IsWindows() ? Is.Not.Null : Is.Zero, "It drains, stops and says that all went well.");
        }
    }

    private static async Task<string> ReadAddressAsync(StreamReader output)
    {
        var lines = new List<string>();
        while (await output.ReadLineAsync() is { } line)
        {
            if (Listening().Match(line) is { Success: true } match)
                return match.Groups[1].Value;
            lines.Add(line);
        }

        throw new InvalidOperationException($"The web sample ended before it listened: {string.Join('\n', lines)}");
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
