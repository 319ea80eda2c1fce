using System.Diagnostics;
using System.Reflection;
using BenchmarkDotNet.Running;

namespace Pipeline.Benchmarks.Interleaving;

/// <summary>One benchmark of a group that is measured in turns.</summary>
internal sealed class InterleavedCase
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private static readonly TimeSpan PreparationLimit = TimeSpan.FromSeconds(1);

    private readonly Action _invoke;
    private readonly int _operations;
    private int _invocations = 1;

    public InterleavedCase(BenchmarkCase benchmark, object instance)
    {
        Name = benchmark.Descriptor.WorkloadMethod.Name;
        IsBaseline = benchmark.Descriptor.Baseline;
        ComparedWith = benchmark.Descriptor.WorkloadMethod.GetCustomAttribute<ComparedWithAttribute>()?.Benchmark;
        _operations = benchmark.Descriptor.OperationsPerInvoke;
        _invoke = Invoker(benchmark.Descriptor.WorkloadMethod, instance);
    }

    public string Name { get; }

    public bool IsBaseline { get; }

    /// <summary>The benchmark to compare with besides the baseline, if any.</summary>
    public string? ComparedWith { get; }

    /// <summary>Finds how many invocations fill a turn.</summary>
    public void Prepare()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < 200 && Stopwatch.GetElapsedTime(start) < PreparationLimit; i++)
        {
            double nanoseconds = Measure() * _operations;
            _invocations = Math.Max(1, (int)(Turn.TotalNanoseconds / Math.Max(1, nanoseconds)));
        }
    }

    /// <summary>One turn: the time of one operation, in nanoseconds.</summary>
    public double Measure()
    {
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < _invocations; i++)
            _invoke();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / _invocations / _operations;
    }

    /// <summary>What one operation allocates, on whichever thread.</summary>
    public long Bytes()
    {
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < _invocations; i++)
            _invoke();
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / _invocations / _operations;
    }

    private static Action Invoker(MethodInfo method, object instance) =>
        (Action)typeof(InterleavedCase)
            .GetMethod(nameof(Bind), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(method.ReturnType)
            .Invoke(null, [method, instance])!;

    private static Action Bind<T>(MethodInfo method, object instance)
    {
        var function = method.CreateDelegate<Func<T>>(instance);
        return () =>
        {
            if (function() is Task task)
                task.GetAwaiter().GetResult();
        };
    }
}
