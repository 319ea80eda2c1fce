// What-if against reality, on the models of samples/Digits: from requests that ask three models one after another, what the same requests
// would take with the calls together, beside requests that really make them together; in turns, in one process.
// Usage, from the repository's root, on a quiet machine with a core for each model: dotnet run -c Release bench/WhatIf/Compare.cs
#:project ../../samples/Digits/Digits.csproj
#:property PublishAot=false
using System.Globalization;
using Digits;
using Digits.Data;
using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Pipeline.Traces;

const int Rounds = 41;
const string Sync = "Ensemble/ReadSync";
const string Together = "Ensemble/ReadParallel";
string[] models = ["KernelModel/Predict", "PerceptronModel/Predict", "PrototypeModel/Predict"];

var digits = DigitSet.Load();
await using var app = await DigitsRun.StartAsync(
    digits, Console.Error, CancellationToken.None,
    static builder => builder.Services.AddPipelineTraces(static options => options.PerApi = Rounds));
var ensemble = app.GetProxy<Ensemble.Proxy>();
var images = digits.HeldOut.Repeat(4).Pixels;
for (var round = 0; round < Rounds; round++)
{
    ensemble.ReadSync(images);
    await ensemble.ToAsync.ReadParallel(images);
}

var traces = app.Services.GetRequiredService<PipelineTraces>();
var (before, real) = (traces.Find(Sync)!, traces.Find(Together)!);
var change = new WhatIf().Together(Sync, models[0], models[1]).Together(Sync, models[1], models[2]);
var answer = before.WhatIf(change);
Console.WriteLine("| | median | 95 of 100 |");
Console.WriteLine("|---|---:|---:|");
Write("one after another, measured", before.Durations);
Write("together, answered", answer);
Write("together, measured", real.Durations);

static void Write(string name, Quantiles times) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"| {name} | {times.P50.TotalMilliseconds:0.0} ms | {times.P95.TotalMilliseconds:0.0} ms |"));
