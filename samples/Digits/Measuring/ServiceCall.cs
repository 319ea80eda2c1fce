namespace Digits.Measuring;

/// <summary>One call of a pattern, as it is made alone.</summary>
/// <param name="Name">The service called.</param>
/// <param name="Run">Makes the call.</param>
public sealed record ServiceCall(string Name, Func<Task> Run);
