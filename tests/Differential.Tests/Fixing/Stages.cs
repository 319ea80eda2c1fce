namespace Pipeline.Differential.Fixing;

/// <summary>What the processor's time goes into.</summary>
internal enum Stage
{
    Compile,
    Fix,
    Run,
}

/// <summary>How much of the processor each stage has taken, whatever else the machine does.</summary>
internal sealed class Stages
{
    private readonly TimeSpan[] _spent = new TimeSpan[Enum.GetValues<Stage>().Length];

    public T Measure<T>(Stage stage, Func<T> work)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = work();
        _spent[(int)stage] += Environment.CpuUsage.TotalTime - start;
        return result;
    }

    public async Task<T> MeasureAsync<T>(Stage stage, Func<Task<T>> work)
    {
        var start = Environment.CpuUsage.TotalTime;
        var result = await work();
        _spent[(int)stage] += Environment.CpuUsage.TotalTime - start;
        return result;
    }

    public TimeSpan Total => _spent.Aggregate(TimeSpan.Zero, (sum, spent) => sum + spent);

    public override string ToString() => string.Join(", ", Enum.GetValues<Stage>().Select(stage => $"{stage} {_spent[(int)stage].TotalSeconds:F0} s"));
}
