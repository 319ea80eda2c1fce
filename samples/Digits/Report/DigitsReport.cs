using Digits.Data;
using Digits.Measuring;

namespace Digits.Report;

/// <summary>Everything one run found out.</summary>
/// <param name="Digits">The data set.</param>
/// <param name="Cores">How many cores the process may use.</param>
/// <param name="Copies">How many times over the batch holds the held-out pictures.</param>
/// <param name="Models">The accuracy of each model alone.</param>
/// <param name="Patterns">The patterns, measured.</param>
/// <param name="Failure">What the failing model said.</param>
public sealed record DigitsReport(
    DigitSet Digits,
    int Cores,
    int Copies,
    IReadOnlyList<ModelAccuracy> Models,
    IReadOnlyList<PatternResult> Patterns,
    string Failure);
