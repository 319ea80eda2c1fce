using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class LoopbackValues : ValueConformance<LoopbackReach>;

public sealed class LoopbackSignatures : SignatureConformance<LoopbackReach>;

public sealed class LoopbackFailures : FailureConformance<LoopbackReach>;

public sealed class LoopbackCancellation : CancellationConformance<LoopbackReach>;

public sealed class LoopbackStreams : StreamConformance<LoopbackReach>;

public sealed class LoopbackStreamArguments : StreamArgumentConformance<LoopbackReach>;

public sealed class LoopbackConcurrency : ConcurrencyConformance<LoopbackReach>;

public sealed class LoopbackIsolation : IsolationConformance<LoopbackReach>;

public sealed class LoopbackLimits : LimitConformance<LoopbackReach>;

public sealed class LoopbackPressure : PressureConformance<LoopbackReach>;
