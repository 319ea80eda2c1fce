using System.Diagnostics;

namespace Pipeline.Http.Tests.Aot;

/// <summary>An edge and its client, compiled to one native program without a warning, do what they do otherwise.</summary>
public sealed class NativeAotTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", ".."));

    [Test]
    [CancelAfter(1_200_000)] // The compiler to native code takes minutes.
    public async Task EdgeAndClient_PublishedAsNativeCode_Answer(CancellationToken cancellationToken)
    {
        if (!OperatingSystem.IsLinux() || !IsOnPath("clang"))
            Assert.Ignore("The tool chain for native code is needed: apt-get install clang zlib1g-dev");

        string output = Directory.CreateTempSubdirectory("pipeline-aot-").FullName;
        try
        {
            // As it was built with the solution: what it refers to is not built again beside other tests.
            string configuration = Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/'));
            string published = await RunAsync(
                Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
                ["publish", Path.Combine(Root, "tests", "Http.Aot"), "-c", configuration, "--no-build", "-o", output, "-nologo"],
                cancellationToken);
            Assert.That(published, Does.Not.Contain("warning"));

            string answers = await RunAsync(Path.Combine(output, "Pipeline.Http.Aot"), [], cancellationToken);
            Assert.That(answers.Split('\n', StringSplitOptions.RemoveEmptyEntries), Is.EqualTo(new[]
            {
                "400, names the member: True",
                "OpenAPI knows the API: True",
                "9.5",
                "Line { Article = tea, Price = 2.5 }",
                "Line { Article = cup, Price = 7 }",
            }));
        }
        finally
        {
            Directory.Delete(output, recursive: true);
        }
    }

    private static bool IsOnPath(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)));

    private static async Task<string> RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(static name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase))
            .ToArray())
            start.Environment.Remove(name); // The test host's own settings must not reach the build.
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            Assert.That(process.ExitCode, Is.Zero, $"{await output}\n{await errors}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
