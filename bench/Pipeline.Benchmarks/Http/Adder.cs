namespace Pipeline.Benchmarks.Http;

/// <summary>Hardly any work, so that what is measured is the way to it.</summary>
[Service(Effect = Effect.None)]
public sealed partial class Adder
{
    /// <summary>Adds up.</summary>
    [Api]
    public Task<float> AddAsync(float[] values, float start = 0) =>
        Task.FromResult(values.Aggregate(start, static (sum, value) => sum + value));
}

/// <summary>Where the client's proxy comes from.</summary>
[Service]
public sealed partial class AdderUser(Adder.Proxy adder)
{
    /// <summary>Adds up elsewhere.</summary>
    [Api]
    public Task<float> AddAsync(float[] values) => adder.ToAsync.Add(values);
}

/// <summary>The same by hand.</summary>
public sealed record AddRequest(float[] Values, float Start = 0);
