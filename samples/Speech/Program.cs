using System.CommandLine;
using System.CommandLine.Invocation;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Speech;

var files = new Argument<string[]>("files")
{
    Description = "WAV files of one channel and 16,000 samples a second. Default: the recordings that come with the sample.",
    Arity = ArgumentArity.ZeroOrMore,
};
files.Validators.Add(result =>
{
    foreach (string option in result.Tokens.Select(token => token.Value).Where(value => value.StartsWith('-')))
        result.AddError($"Unrecognized option '{option}'.");
});

var command = new RootCommand("Finds the stretches of speech in recordings.") { files };
command.SetAction(async (arguments, cancellationToken) =>
{
    await using PipelineApp app = await PipelineApp.StartAsync<SpeechFinder>(
        builder => builder.Services.AddSingleton(new SegmentOptions()), cancellationToken);
    var run = new SpeechRun(app.GetProxy<SpeechFinder.Proxy>(), Console.Out, Console.Error);
    return await run.RunAsync(arguments.GetValue(files) is [_, ..] paths ? paths : SpeechRun.OwnRecordings, cancellationToken) ? 0 : 1;
});

ParseResult parsed = command.Parse(args);
if (parsed.Action is ParseErrorAction error)
    error.ShowHelp = false;
return await parsed.InvokeAsync();
