using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline;

/// <summary>How one service is by itself, whatever it depends on: an entry of what <see cref="PipelineHealthCheck"/> reports.</summary>
[CLSCompliant(false)] // Neither is the status.
public sealed record ServiceHealth
{
    /// <summary>The worst status of its instances.</summary>
    public required HealthStatus Status { get; init; }

    /// <summary>What that instance says, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The status and the description.</summary>
    public override string ToString() => Description is null ? $"{Status}" : $"{Status}: {Description}";
}
