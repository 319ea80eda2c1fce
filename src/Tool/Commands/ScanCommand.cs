using Microsoft.CodeAnalysis;
using Pipeline.Tool.Loading;
using Pipeline.Tool.Reports;
using Pipeline.Tool.Scanning;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary><c>pipeline scan</c>: reads, looks, reports, and on request fixes.</summary>
internal sealed class ScanCommand(IAnsiConsole console) : AsyncCommand<ScanSettings>
{
    /// <summary>There are findings of the severity that was asked for.</summary>
    public const int FoundSome = 1;

    /// <summary>The effect file is not what the code says, or could not be written.</summary>
    public const int EffectsFailed = 2;

    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, ScanSettings settings, CancellationToken cancellationToken)
    {
        LoadedCode? code = null;
        IReadOnlyList<string> lines = [];
        bool failed = false;
        try
        {
            var result = await console.Status().StartAsync("Reading", async status =>
            {
                code = await CodeLoader.LoadAsync(settings.Path, settings.Loose, settings.References, Report, cancellationToken);
                if (settings.Profile is { } profile)
                {
                    string text = await File.ReadAllTextAsync(profile, cancellationToken);
                    code.UseProfile(Path.GetFullPath(profile), text);
                }

                (lines, failed) = await EffectsStep.RunAsync(settings, code, Report, cancellationToken);
                return await Scanner.ScanAsync(code, Report, cancellationToken);

                void Report(string text) => status.Status(Markup.Escape(text));
            });
            TerminalReport.Write(console, result, code!.Notes, settings.Top);
            foreach (string line in lines)
                console.WriteLine(line);
            await WriteFilesAsync(settings, code, result, cancellationToken);
            if (settings.Fix)
                await FixAsync(code, result, cancellationToken);
            return failed ? EffectsFailed : IsFailure(settings, result) ? FoundSome : 0;
        }
        finally
        {
            code?.Dispose();
        }
    }

    private static bool IsFailure(ScanSettings settings, ScanResult result) =>
        settings.FailOn is { } name && Severities.TryParse(name, out var least)
        && result.Findings.Any(finding => finding.Diagnostic.Severity >= least);

    private async Task WriteFilesAsync(ScanSettings settings, LoadedCode code, ScanResult result, CancellationToken cancellationToken)
    {
        if (settings.Sarif is { } sarif)
        {
            using var file = File.Create(sarif);
            SarifReport.Write(result, file);
        }

        if (settings.Html is { } html)
        {
            var previews = new List<FixPreview?>();
            foreach (var finding in result.Findings)
                previews.Add(await FixPreview.OfAsync(finding, cancellationToken));
            string page = HtmlReport.Write(result, Path.GetFileName(Path.GetFullPath(settings.Path).TrimEnd('/')), code.Notes, previews);
            await File.WriteAllTextAsync(html, page, cancellationToken);
            console.MarkupLineInterpolated($"The code before and after is in {html}.");
        }
    }

    private async Task FixAsync(LoadedCode code, ScanResult result, CancellationToken cancellationToken)
    {
        var files = await SolutionFix.ApplyAsync(code.Solution, result.Findings, cancellationToken);
        foreach (var (path, text) in files)
            await File.WriteAllTextAsync(path, text.ToString(), text.Encoding ?? new System.Text.UTF8Encoding(false), cancellationToken);
        console.MarkupLineInterpolated($"Fixed what has a safe fix in {files.Count} file(s).");
    }
}
