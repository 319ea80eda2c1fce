using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class LimitedValues : ValueConformance<LimitedReach>;

public sealed class LimitedSignatures : SignatureConformance<LimitedReach>;

public sealed class LimitedFailures : FailureConformance<LimitedReach>;

public sealed class LimitedCancellation : CancellationConformance<LimitedReach>;

public sealed class LimitedStreams : StreamConformance<LimitedReach>;

public sealed class LimitedStreamArguments : StreamArgumentConformance<LimitedReach>;

public sealed class LimitedConcurrency : ConcurrencyConformance<LimitedReach>;

public sealed class LimitedIsolation : IsolationConformance<LimitedReach>;
