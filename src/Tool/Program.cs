using Pipeline.Tool.Commands;
using Pipeline.Tool.Tracing;
using Spectre.Console;
using Spectre.Console.Cli;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    cancellation.Cancel();
};

// A file has no width: lines that are cut at 80 columns cannot be searched.
if (Console.IsOutputRedirected)
    AnsiConsole.Profile.Width = int.MaxValue;

var app = new CommandApp();
app.Configure(static configuration =>
{
    configuration.SetApplicationName("pipeline");
    configuration.Settings.Registrar.RegisterInstance(ProgressConsole.Create());
    configuration.AddCommand<ScanCommand>("scan")
        .WithDescription("Finds the awaits that could have run together. The code is not run; its project files are evaluated by MSBuild.")
        .WithExample("scan", "Shop.sln", "--html", "report.html")
        .WithExample("scan", ".", "--fail-on", "suggestion");
    configuration.AddCommand<GraphCommand>("graph")
        .WithDescription("Draws the services of a solution, and writes which call of an API needs which.")
        .WithExample("graph", "Shop.sln", "-o", "services.svg")
        .WithExample("graph", "Shop.sln", "--dependences", "src/Shop/pipeline.dependences.json");
    configuration.AddCommand<TraceCommand>("trace")
        .WithDescription("Shows where the time of requests went: their critical paths, from exported spans or a running application.")
        .WithExample("trace", "http://localhost:5000/pipeline")
        .WithExample("trace", "spans.json", "--html", "trace.html");
});
return await app.RunAsync(TraceSource.Name(args), cancellation.Token);
