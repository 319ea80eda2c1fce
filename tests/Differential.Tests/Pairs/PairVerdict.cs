namespace Pipeline.Differential.Pairs;

/// <summary>What it did to start the later call of a pair early.</summary>
internal sealed record PairVerdict(string Body, JudgedPair Pair, string Source, string EarlySource, Comparing.Difference? Difference, bool IsFaster);
