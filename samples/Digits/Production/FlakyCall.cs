namespace Digits.Production;

/// <summary>One call to the flaky model: its answer, or its failure.</summary>
/// <param name="Settings">What is configured for the model.</param>
/// <param name="Log">What the log says of the call.</param>
/// <param name="Accuracy">The share of the pictures that were read right, if there was an answer.</param>
/// <param name="Exception">What the caller caught, if there was none.</param>
/// <param name="Failure">Where it failed: what <see cref="Pipeline.CallFailure.Of"/> knows of that exception.</param>
public sealed record FlakyCall(
    IReadOnlyList<Setting> Settings, IReadOnlyList<string> Log, double? Accuracy, string? Exception, string? Failure);
