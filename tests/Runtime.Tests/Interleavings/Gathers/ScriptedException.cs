namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>What branches and sources fail with.</summary>
internal sealed class ScriptedException(string message) : Exception(message);
