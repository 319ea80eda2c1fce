namespace Pipeline.Differential.Execution;

/// <summary>A body that calls without end.</summary>
internal sealed class RunawayException() : Exception("Too many calls.");
