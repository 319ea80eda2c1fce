using Microsoft.Extensions.DependencyInjection;
using Pipeline;
using Pipeline.Integration.Services;

// Limited services that call each other, in a process whose pool has one thread: ends, and says what the calls answered.
ThreadPool.GetMaxThreads(out int threads, out _);
int concurrency = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
await using var app = await PipelineApp.StartAsync<Front>(builder =>
{
    builder.Services.AddSingleton<Gates>();
    foreach (string service in (string[])["Gated", "Middle", "Front"])
        builder.Configuration[$"Pipeline:Services:{service}:Concurrency"] = args[0];
});

var front = app.GetProxy<Front.Proxy>();
var middle = app.GetProxy<Middle.Proxy>();
var gated = app.GetProxy<Gated.Proxy>();

// By every way in at once: the inner services are called from outside as well as by the outer ones, and from other threads.
int bySync = 0;
Thread[] callers = [.. Enumerable.Range(0, 8).Select(value => new Thread(() => Interlocked.Add(ref bySync, front.Squares(value))))];
foreach (var caller in callers)
    caller.Start();
int[] results = await Task.WhenAll(Enumerable.Range(0, 300).Select(value => (value % 3) switch
{
    0 => front.ToAsync.Squares(value),
    1 => middle.ToAsync.Squares(value),
    _ => gated.ToAsync.Square(value),
}));
foreach (var caller in callers)
    caller.Join();

Console.WriteLine($"{threads} thread, {concurrency} at a time: {bySync} {results.Sum(static result => (long)result)}");
