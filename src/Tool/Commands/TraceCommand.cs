using Pipeline.Tool.Reports;
using Pipeline.Tool.Tracing;
using Pipeline.Traces;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary><c>pipeline trace</c>: reads spans, and shows where the time of their requests went.</summary>
/// <param name="console">Takes the answer.</param>
/// <param name="progress">Takes everything else.</param>
internal sealed class TraceCommand(IAnsiConsole console, ProgressConsole progress) : AsyncCommand<TraceSettings>
{
    /// <summary>There was nothing to show; what was printed says why.</summary>
    public const int FoundNone = 1;

    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, TraceSettings settings, CancellationToken cancellationToken)
    {
        try
        {
            var traces = await progress.Console.Status().StartAsync(
                Markup.Escape($"Reading {settings.Source}"), _ => ReadAsync(settings, cancellationToken));
            foreach (string note in traces.Notes)
                progress.Console.MarkupLineInterpolated($"[grey]{note}[/]");

            RequestTrace[] chosen = [.. traces.Requests.Where(request => IsAsked(request, settings))];
            if (chosen is [])
            {
                throw new InvalidDataException(
                    $"None of its {traces.Requests.Count} request(s) is the one that was asked for: {Names(traces)}.");
            }

            await WriteAsync(settings, chosen, cancellationToken);
            return 0;
        }
        catch (InvalidDataException exception)
        {
            progress.Console.MarkupLineInterpolated($"[red]{settings.Source}:[/] {exception.Message}");
            return FoundNone;
        }
    }

    private static async Task<ExportedTraces> ReadAsync(TraceSettings settings, CancellationToken cancellationToken)
    {
        var dependences = settings.Dependences is { } file ? ReadDependences(file) : null;
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        string text = await TraceSource.ReadAsync(settings.Source, http, cancellationToken);
        return ExportedTraces.Of(OtlpReader.Read(text), dependences);
    }

    private static CallDependences ReadDependences(string file)
    {
        try
        {
            return CallDependences.ReadFile(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"'{file}' cannot be read: {exception.Message}", exception);
        }
    }

    private static bool IsAsked(RequestTrace request, TraceSettings settings) =>
        (settings.Trace is null || string.Equals(request.TraceId, settings.Trace, StringComparison.OrdinalIgnoreCase))
        && (settings.Api is null || request.Root.DescendantsAndSelf().Any(call => call.Name == settings.Api));

    private static string Names(ExportedTraces traces) =>
        string.Join(", ", traces.Requests.Select(static request => request.Root.Name).Distinct().Take(5));

    private async Task WriteAsync(TraceSettings settings, RequestTrace[] requests, CancellationToken cancellationToken)
    {
        if (settings.Json)
            console.Profile.Out.Writer.Write(TraceJson.Write(requests.Take(settings.Top)));
        else
            new TraceReport(console).Write(requests, settings.Top);

        if (settings.Html is { } file)
        {
            await File.WriteAllTextAsync(file, TraceHtml.Write(requests.Take(settings.Top)), cancellationToken);
            progress.Console.MarkupLineInterpolated($"The page is {file}.");
        }
    }
}
