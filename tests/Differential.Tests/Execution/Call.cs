namespace Pipeline.Differential.Execution;

/// <summary>A call on a service as the service saw it.</summary>
internal sealed record Call(string Key, bool IsCommand, bool Failed);
