namespace Pipeline.Remote;

/// <summary>How values are packed, and how much of them is accepted.</summary>
public sealed record CodecOptions
{
    /// <summary>The largest message in bytes, written or read. 128 MiB by default.</summary>
    public int MaxBytes { get; init; } = 128 << 20;

    /// <summary>Packs what the codec does not pack itself: System.Text.Json by default.</summary>
    public PipelineSerializer Serializer { get; init; } = new JsonPipelineSerializer();
}
