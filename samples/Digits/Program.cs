using System.CommandLine;
using System.CommandLine.Invocation;
using Digits;
using Digits.Report;
using Spectre.Console;

var json = new Option<bool>("--json") { Description = "Print the results as one JSON document." };
var rounds = new Option<int>("--rounds")
{
    Description = "How many times to measure; medians are reported.",
    DefaultValueFactory = _ => 7,
    CustomParser = result =>
    {
        string text = result.Tokens[0].Value;
        if (!int.TryParse(text, out int number) || number < 1)
            result.AddError($"--rounds takes a whole number from 1 up, not '{text}'.");
        return number;
    },
};

var command = new RootCommand("Reads handwritten digits with an ensemble of models, composed in five ways.") { json, rounds };
command.SetAction(async (arguments, cancellationToken) =>
{
    DigitsReport report = await DigitsRun.RunAsync(arguments.GetValue(rounds), Console.Error, cancellationToken);
    if (arguments.GetValue(json))
        JsonReport.Write(report, Console.Out);
    else
        new ConsoleReport(AnsiConsole.Console).Write(report);
});

ParseResult parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction error)
    error.ShowHelp = false;
return await parsed.InvokeAsync();
