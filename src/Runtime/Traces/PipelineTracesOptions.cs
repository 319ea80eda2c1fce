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

    /// <summary>
    /// Which call needs which, as the analysis says; null for what <c>pipeline.dependences.json</c> beside the application says, if it is
    /// there.
    /// </summary>
    public CallDependences? Dependences { get; set; }

    /// <summary>
    /// The file that the profile is written to when the container is disposed of: <c>pipeline.profile.json</c> in the folder of the
    /// project,
    /// whose analyzers read it. Null, the default, for none. <see cref="PipelineTraces.WriteProfile(string)"/> writes one at any time.
    /// </summary>
    public string? ProfileFile { get; set; }
}
