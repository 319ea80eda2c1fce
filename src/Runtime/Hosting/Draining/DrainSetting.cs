namespace Pipeline.Hosting;

/// <summary>What <c>Pipeline:DrainTimeout</c> says.</summary>
/// <param name="IsSet">Whether it is set at all.</param>
/// <param name="Time">How long running calls may take to end; null where shutdown is not to wait for them.</param>
internal readonly record struct DrainSetting(bool IsSet, TimeSpan? Time);
