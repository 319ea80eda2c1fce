namespace Pipeline.Remote;

/// <summary>How a <see cref="FrameChannel"/> calls.</summary>
public sealed record FrameChannelOptions
{
    /// <summary>Packs arguments and unpacks results; the same on both sides.</summary>
    public PipelineCodec Codec { get; init; } = new();

    /// <summary>How long a canceled call waits for the other side's word before it is given up. Five seconds by default.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How much the service is told of a failure of a stream that is an argument.</summary>
    public FailureDetail FailureDetail { get; init; } = FailureDetail.Message;

    /// <summary>
    /// The names of the entries of <see cref="System.Diagnostics.Activity.Baggage"/> that are sent with a call, such as a tenant; none by
    /// default. Traces are always continued.
    /// </summary>
    public IReadOnlyCollection<string> Baggage { get; init; } = [];

    /// <summary>Measures the grace.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
