using Pipeline.Tool.Commands;
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
    configuration.AddCommand<ScanCommand>("scan")
        .WithDescription("Finds the awaits that could have run together. The code is not run; its project files are evaluated by MSBuild.")
        .WithExample("scan", "Shop.sln", "--html", "report.html")
        .WithExample("scan", ".", "--fail-on", "suggestion");
});
return await app.RunAsync(args, cancellation.Token);
