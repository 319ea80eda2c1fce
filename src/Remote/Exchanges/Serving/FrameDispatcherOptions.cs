namespace Pipeline.Remote;

/// <summary>How a <see cref="FrameDispatcher"/> serves.</summary>
public sealed record FrameDispatcherOptions
{
    /// <summary>Unpacks arguments and packs results; the same on both sides.</summary>
    public PipelineCodec Codec { get; init; } = new();

    /// <summary>How much callers are told of a failure. Types and messages by default; stack traces only by choice.</summary>
    public FailureDetail FailureDetail { get; init; } = FailureDetail.Message;
}
