namespace Pipeline.Remote.Exchanges;

/// <summary>How the arguments that a caller sends fit the parameters here.</summary>
/// <param name="Places">The parameter here of each one that the caller knows; -1 for none.</param>
/// <param name="Problem">Why they do not fit, or null.</param>
internal sealed record ContractMatch(int[] Places, string? Problem);
