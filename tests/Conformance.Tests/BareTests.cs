using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class BareValues : ValueConformance<BareReach>;

public sealed class BareSignatures : SignatureConformance<BareReach>;

public sealed class BareFailures : FailureConformance<BareReach>;

public sealed class BareCancellation : CancellationConformance<BareReach>;

public sealed class BareStreams : StreamConformance<BareReach>;

public sealed class BareStreamArguments : StreamArgumentConformance<BareReach>;

public sealed class BareConcurrency : ConcurrencyConformance<BareReach>;

public sealed class BareIsolation : IsolationConformance<BareReach>;
