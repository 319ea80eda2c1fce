namespace Digits.Production;

/// <summary>What came of the same call to the same flaky model, configured in two ways.</summary>
/// <param name="WithoutRetries">The call that is made once.</param>
/// <param name="WithRetries">The call that is made again.</param>
public sealed record FlakyResult(FlakyCall WithoutRetries, FlakyCall WithRetries);
