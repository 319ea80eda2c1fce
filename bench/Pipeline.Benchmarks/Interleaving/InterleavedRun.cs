using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Running;

namespace Pipeline.Benchmarks.Interleaving;

/// <summary>
/// Measures the benchmarks of a class in turns of a millisecond, so that whatever else the machine does meets all of them alike, and
/// compares each turn with the baseline's turn beside it. BenchmarkDotNet measures one benchmark after the other; here is what to trust
/// on a machine that is not quiet.
/// </summary>
internal static class InterleavedRun
{
    private const int MostRounds = 501;
    private const int FewestRounds = 31;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);

    /// <summary>The benchmark classes whose names contain any of the given ones; all, if none is given.</summary>
    public static IEnumerable<Type> TypesNamed(string[] names) =>
        typeof(InterleavedRun).Assembly.GetTypes()
            .Where(type => !type.IsAbstract && type.GetMethods().Any(method => method.IsDefined(typeof(BenchmarkAttribute))))
            .Where(type => names is [] || names.Any(name => type.Name.Contains(name, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(type => type.Name, StringComparer.Ordinal);

    /// <summary>Measures a class and prints a table for each combination of its parameters.</summary>
    public static void Print(Type type)
    {
        foreach (var group in BenchmarkConverter.TypeToBenchmarks(type).BenchmarksCases.GroupBy(c => c.Parameters.DisplayInfo))
        {
            Console.WriteLine();
            Console.WriteLine($"{type.Name} {group.Key}");
            Console.WriteLine();
            Console.WriteLine("| method | median | ratio | bytes | compared with |");
            Console.WriteLine("|---|---:|---:|---:|---:|");
            foreach (string row in Rows([.. group]))
                Console.WriteLine(row);
        }
    }

    private static string[] Rows(BenchmarkCase[] group)
    {
        object instance = Activator.CreateInstance(group[0].Descriptor.Type)!;
        foreach (var parameter in group[0].Parameters.Items)
            instance.GetType().GetProperty(parameter.Name)!.SetValue(instance, parameter.Value);
        Call(group[0].Descriptor.GlobalSetupMethod, instance);

        var cases = group.Select(benchmark => new InterleavedCase(benchmark, instance)).ToArray();
        Prepare(cases);
        var times = Measure(cases);
        var rows = cases.Select((_, index) => Row(cases, times, index)).ToArray();

        Call(group[0].Descriptor.GlobalCleanupMethod, instance);
        return rows;
    }

    /// <summary>Runs everything until it is compiled for good, which happens in the background.</summary>
    private static void Prepare(InterleavedCase[] cases)
    {
        for (int pass = 0; pass < 4; pass++)
        {
            foreach (var each in cases)
                each.Prepare();
            Thread.Sleep(500);
        }
    }

    /// <summary>Rounds in which each benchmark has one turn, in an order that shifts.</summary>
    private static List<double>[] Measure(InterleavedCase[] cases)
    {
        List<double>[] times = [.. cases.Select(_ => new List<double>())];
        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < FewestRounds || (round < MostRounds && Stopwatch.GetElapsedTime(start) < LongEnough); round++)
        {
            for (int turn = 0; turn < cases.Length; turn++)
            {
                int index = (round + turn) % cases.Length;
                times[index].Add(cases[index].Measure());
            }
        }
        return times;
    }

    private static string Row(InterleavedCase[] cases, List<double>[] times, int index)
    {
        var measured = cases[index];
        int baseline = Math.Max(0, Array.FindIndex(cases, each => each.IsBaseline));
        int other = Array.FindIndex(cases, each => each.Name == measured.ComparedWith);
        string compared = other < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Ratio(index, other):N2} `{cases[other].Name}`");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| `{measured.Name}` | {Median(times[index]):N1} ns | {Ratio(index, baseline):N2} | {measured.Bytes()} | {compared} |");

        double Ratio(int one, int another) => Median(times[one].Zip(times[another], (time, beside) => time / beside));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static void Call(MethodInfo? method, object instance)
    {
        if (method?.Invoke(instance, null) is Task task)
            task.GetAwaiter().GetResult();
    }
}
