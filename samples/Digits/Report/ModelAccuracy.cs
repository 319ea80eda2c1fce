namespace Digits.Report;

/// <summary>How good a model is.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Accuracy">The share of the held-out pictures it reads right.</param>
/// <param name="IsMember">Whether it is one of the ensemble's three members.</param>
public sealed record ModelAccuracy(string Name, double Accuracy, bool IsMember);
