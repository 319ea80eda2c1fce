namespace Pipeline.Traces;

/// <summary>How many requests are kept.</summary>
public sealed class PipelineTracesOptions
{
    /// <summary>How many of the last requests are kept. 200 by default.</summary>
    public int Recent { get; set; } = 200;

    /// <summary>How many requests of each API are kept as a sample of all that there were. 100 by default.</summary>
    public int PerApi { get; set; } = 100;

    /// <summary>How many calls of a request are kept; those beyond are missing from it. 2,000 by default.</summary>
    public int MaxCalls { get; set; } = 2_000;

    /// <summary>How many requests may run and be recorded at the same time; those beyond are not. 1,000 by default.</summary>
    public int MaxRunning { get; set; } = 1_000;

    /// <summary>Which call needs which, as the analysis says; null where that is not known.</summary>
    public CallDependences? Dependences { get; set; }
}
