using System.ComponentModel;
using System.Diagnostics;
using Pipeline.TestKit;

namespace Pipeline.Samples.Tests.Web;

/// <summary>The Python sample, which has nothing but the standard library, against the web sample.</summary>
public sealed class PythonClientTests
{
    [OneTimeSetUp]
    public async Task FindPythonAsync()
    {
        try
        {
            await RunAsync("--version");
        }
        catch (Win32Exception)
        {
            Assert.Ignore("python3 is needed: apt-get install python3");
        }
    }

    [Test]
    public async Task Call_EachDigit_IsRead([Range(0, 9)] int digit)
    {
        var (exitCode, output, errors) = await RunAsync(Script("read_digit.py"), $"{digit}", "--url", WebProcess.Address.AbsoluteUri);

        Assert.That(exitCode, Is.Zero, errors);
        Assert.That(output, Does.Contain($"together         {digit} ("));
    }

    [Test]
    public async Task Stream_Digit_GivesALineForEachModel()
    {
        var (exitCode, output, errors) = await RunAsync(Script("watch_digit.py"), "7", "--url", WebProcess.Address.AbsoluteUri);

        Assert.That(exitCode, Is.Zero, errors);
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Has.Length.EqualTo(6));
        Assert.That(lines[..5], Is.All.Contains(" ms ").And.All.EndsWith("7"));
        Assert.That(lines[5], Does.StartWith("together: 7"));
    }

    [TestCase("read_digit.py")]
    [TestCase("watch_digit.py")]
    public async Task AnyScript_NobodyListens_SaysWhatToStart(string script)
    {
        var (exitCode, _, errors) = await RunAsync(Script(script), "7", "--url", "http://127.0.0.1:1");

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("dotnet run --project samples/Web").And.Not.Contain("Traceback"));
    }

    private static string Script(string name) => Path.Combine(Repository.Root, "samples", "Python", name);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        // -B: nothing is written beside the sources.
        using var process = Process.Start(new ProcessStartInfo("python3", ["-B", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
