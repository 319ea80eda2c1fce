using Microsoft.CodeAnalysis;
using Pipeline.Tool.Dependences;
using Pipeline.Tool.Graphs;
using Pipeline.Tool.Loading;
using Spectre.Console;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary><c>pipeline graph</c>: draws the services, and writes which call needs which.</summary>
/// <param name="console">Takes the graph, so that it can be piped on.</param>
/// <param name="progress">Takes everything else.</param>
internal sealed class GraphCommand(IAnsiConsole console, ProgressConsole progress) : AsyncCommand<GraphSettings>
{
    /// <summary>There is no service in what was read.</summary>
    public const int FoundNone = 1;

    /// <inheritdoc/>
    public override async Task<int> ExecuteAsync(CommandContext context, GraphSettings settings, CancellationToken cancellationToken)
    {
        LoadedCode? code = null;
        try
        {
            var apis = new List<ApiCalls>();
            ServiceMap map = await progress.Console.Status().StartAsync("Reading", async status =>
            {
                code = await CodeLoader.LoadAsync(
                    settings.Path, loose: false, references: null, Report, cancellationToken, settings.Configuration);
                return await ReadAsync(code, settings.Dependences is null ? null : apis, Report, cancellationToken);

                void Report(string text) => status.Status(Markup.Escape(text));
            });
            foreach (string note in code!.Notes)
                progress.Console.MarkupLineInterpolated($"[grey]{note}[/]");
            if (map.Services.Count == 0)
            {
                progress.Console.MarkupLineInterpolated(
                    $"[red]No service was found in {settings.Path}.[/] A service is a class with [[Service]]. Restore and build first.");
                return FoundNone;
            }

            await WriteAsync(settings, map, cancellationToken);
            if (settings.Dependences is { } file)
                WriteDependences(file, apis);
            return 0;
        }
        finally
        {
            code?.Dispose();
        }
    }

    private static async Task<ServiceMap> ReadAsync(
        LoadedCode code, List<ApiCalls>? apis, Action<string> report, CancellationToken cancellationToken)
    {
        var reader = new ServiceMapReader(code.Root);
        foreach (var project in code.Solution.Projects.Where(static project => project.Language is LanguageNames.CSharp))
        {
            report($"Looking at {project.Name}");
            if (await project.GetCompilationAsync(cancellationToken) is not { } compilation)
                continue;
            reader.Read(compilation);
            apis?.AddRange(ApiCallReader.Read(compilation, project.AnalyzerOptions, code.Root, cancellationToken));
        }

        return reader.Map;
    }

    private async Task WriteAsync(GraphSettings settings, ServiceMap map, CancellationToken cancellationToken)
    {
        string text = settings.Wanted switch
        {
            GraphFormat.Dot => DotGraph.Write(map),
            GraphFormat.Svg => SvgGraph.Write(map),
            GraphFormat.Json => JsonGraph.Write(map),
            _ => MermaidGraph.Write(map),
        };
        if (settings.Out is { } file)
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
            progress.Console.MarkupLineInterpolated($"{map.Services.Count} service(s) are in {file}.");
        }
        else if (settings.Dependences is null || settings.Format is not null || settings.Json)
        {
            // Not wrapped: a line of it is a line.
            console.Profile.Out.Writer.Write(text);
        }
    }

    private void WriteDependences(string file, List<ApiCalls> apis)
    {
        // A project with several targets is read once for each.
        var distinct = apis.DistinctBy(static api => api.Name).ToArray();
        using (var output = File.Create(file))
            DependenceFile.Write(distinct, output);
        progress.Console.MarkupLineInterpolated($"The calls of {distinct.Length} API(s) are in {file}.");
        foreach (var api in distinct.Where(static api => api.Ambiguity is not null))
        {
            progress.Console.MarkupLineInterpolated(
                $"[grey]{api.Name} ({api.File}:{api.Line}): {api.Ambiguity}; its path comes from times alone.[/]");
        }
    }
}
