using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;
using Pipeline.Benchmarks.Interleaving;

if (args is ["interleaved", .. var names])
{
    foreach (var type in InterleavedRun.TypesNamed(names))
        InterleavedRun.Print(type);
    return;
}

// A busy machine may take long to build the benchmarks' host.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
