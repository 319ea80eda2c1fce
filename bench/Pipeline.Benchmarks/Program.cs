using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Running;

// A busy machine may take long to build the benchmarks' host.
var config = ManualConfig.Create(DefaultConfig.Instance).WithBuildTimeout(TimeSpan.FromMinutes(10));

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);
