namespace Speech.Audio;

/// <summary>A recording cannot be used. The message says which, why, and what would help.</summary>
public sealed class AudioException(string path, string problem) : Exception($"{path}: {problem}");
