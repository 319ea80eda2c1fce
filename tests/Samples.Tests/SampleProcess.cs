using System.Diagnostics;

namespace Pipeline.Samples.Tests;

/// <summary>A sample as its user runs it: a process with standard output, standard error and an exit code.</summary>
internal sealed record SampleProcess(int ExitCode, string Output, string Errors)
{
    public static async Task<SampleProcess> RunAsync(string sample, params string[] arguments)
    {
        string assembly = PathOf(sample);
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host, [assembly, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new SampleProcess(process.ExitCode, await output, await errors);
    }

    // In the sample's own folder: beside the tests lies what the web sample needs too, and that leaves out what ASP.NET brings along.
    private static string PathOf(string sample)
    {
        var tests = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(tests.Parent!.Parent!.FullName, sample, tests.Name, $"{sample}.dll");
    }
}
