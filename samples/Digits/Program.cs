using System.CommandLine;
using System.CommandLine.Invocation;
using Digits;
using Digits.Measuring;
using Digits.Production;
using Digits.Report;
using Spectre.Console;

var limits = new Option<bool>("--limits") { Description = "Show a service with more calls than it takes, instead of measuring." };
var deadline = new Option<bool>("--deadline") { Description = "Show a call whose deadline passes before a model answers, instead of measuring." };
var flaky = new Option<bool>("--flaky") { Description = "Show a model that answers when it is tried again, instead of measuring." };
var trace = new Option<bool>("--trace") { Description = "Show where the time of one request of each way went, instead of measuring." };
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

var command = new RootCommand("Reads handwritten digits with an ensemble of models, composed in five ways.")
{
    limits, deadline, flaky, trace, json, rounds,
};
command.Validators.Add(arguments =>
{
    if (Production(arguments.GetValue).IsAny && arguments.GetResult(rounds) is { Implicit: false })
        arguments.AddError("--rounds is for measuring, which --limits, --deadline and --flaky do not.");
    bool isAlone = !Production(arguments.GetValue).IsAny && !arguments.GetValue(json)
        && arguments.GetResult(rounds) is not { Implicit: false };
    if (arguments.GetValue(trace) && !isAlone)
        arguments.AddError("--trace draws its requests and nothing else: use it alone.");
});
command.SetAction(async (arguments, cancellationToken) =>
{
    if (arguments.GetValue(trace))
    {
        var tree = new RequestTree(AnsiConsole.Console);
        foreach (var (pattern, request) in await TraceRun.RunAsync(Console.Error, cancellationToken))
            tree.Write(pattern, request);
        return;
    }

    bool asJson = arguments.GetValue(json);
    ProductionRun production = Production(arguments.GetValue);
    if (production.IsAny)
    {
        ProductionReport report = await production.RunAsync(Console.Error, cancellationToken);
        if (asJson)
            JsonReport.Write(report, Console.Out);
        else
            new ProductionConsoleReport(AnsiConsole.Console).Write(report);
    }
    else
    {
        DigitsReport report = await DigitsRun.RunAsync(arguments.GetValue(rounds), Console.Error, cancellationToken);
        if (asJson)
            JsonReport.Write(report, Console.Out);
        else
            new ConsoleReport(AnsiConsole.Console).Write(report);
    }
});

ParseResult parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction error)
    error.ShowHelp = false;
return await parsed.InvokeAsync();

ProductionRun Production(Func<Option<bool>, bool> isSet) => new(isSet(limits), isSet(deadline), isSet(flaky));
