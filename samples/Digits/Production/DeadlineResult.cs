namespace Digits.Production;

/// <summary>What came of a call that had too little time.</summary>
/// <param name="Settings">The outermost service's time.</param>
/// <param name="Message">What the caller was told.</param>
/// <param name="Path">The services from the one called to the one that ran when the time was up.</param>
/// <param name="BudgetMs">The time the call had.</param>
/// <param name="Spent">Where the time went.</param>
/// <param name="LeftMs">The time left when the call came to the slow model.</param>
public sealed record DeadlineResult(
    IReadOnlyList<Setting> Settings, string Message, string Path, double BudgetMs, IReadOnlyList<string> Spent, double LeftMs);
