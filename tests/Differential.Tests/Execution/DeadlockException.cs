namespace Pipeline.Differential.Execution;

/// <summary>Nothing left to happen, and the method has not ended.</summary>
internal sealed class DeadlockException() : Exception("The method waits for something that never happens.");
