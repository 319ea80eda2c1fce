namespace Pipeline.Tool.Scanning;

/// <summary>What a scan found.</summary>
/// <param name="Findings">The places, the most promising first.</param>
/// <param name="Projects">How many projects were looked at.</param>
/// <param name="Failures">What rules threw, in words; a scan goes on without them.</param>
internal sealed record ScanResult(IReadOnlyList<Finding> Findings, int Projects, IReadOnlyList<string> Failures);
