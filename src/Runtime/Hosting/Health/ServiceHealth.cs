using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline;

/// <summary>How one service is by itself, whatever it depends on: an entry of what <see cref="PipelineHealthCheck"/> reports.</summary>
/// <param name="Status">The worst status of its instances.</param>
/// <param name="Description">What that instance says, or null.</param>
public sealed record ServiceHealth(HealthStatus Status, string? Description)
{
    /// <summary>The status and the description.</summary>
    public override string ToString() => Description is null ? $"{Status}" : $"{Status}: {Description}";
}
