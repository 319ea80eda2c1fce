namespace Digits.Production;

/// <summary>What the chosen demonstrations showed; null for those not chosen.</summary>
/// <param name="Limits">More calls than a service takes.</param>
/// <param name="Deadline">A deadline too short for a slow model.</param>
/// <param name="Flaky">A model that fails before it answers.</param>
public sealed record ProductionReport(LimitsResult? Limits, DeadlineResult? Deadline, FlakyResult? Flaky);
