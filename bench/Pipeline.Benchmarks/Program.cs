using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Pipeline.Benchmarks.Calls;
using Pipeline.Benchmarks.Http;
using Pipeline.Benchmarks.Interleaving;
using Pipeline.Benchmarks.Latency;

switch (args)
{
    case ["interleaved", .. var names]:
        foreach (var type in InterleavedRun.TypesNamed(names))
            InterleavedRun.Print(type);
        break;

    case ["latency", .. var rounds]:
        await LatencyLaw.PrintAsync(rounds is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 151);
        break;

    case ["http"]:
        await HttpComparison.PrintAsync();
        break;

    case ["spans"]:
        await SpanPrice.PrintAsync();
        break;

    case ["blocked"]:
        await BlockedCallers.PrintAsync();
        break;

    case ["growth"]:
        await Growth.PrintAsync();
        break;

    default:
        // A busy machine may take long to build the benchmarks' host.
        var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
        break;
}
