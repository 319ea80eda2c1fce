using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class ObservedValues : ValueConformance<ObservedReach>;

public sealed class ObservedSignatures : SignatureConformance<ObservedReach>;

public sealed class ObservedFailures : FailureConformance<ObservedReach>;

public sealed class ObservedCancellation : CancellationConformance<ObservedReach>;

public sealed class ObservedStreams : StreamConformance<ObservedReach>;

public sealed class ObservedStreamArguments : StreamArgumentConformance<ObservedReach>;

public sealed class ObservedConcurrency : ConcurrencyConformance<ObservedReach>;

public sealed class ObservedIsolation : IsolationConformance<ObservedReach>;

public sealed class ObservedLimits : LimitConformance<ObservedReach>;

public sealed class ObservedPressure : PressureConformance<ObservedReach>;

public sealed class ObservedAttempts : AttemptConformance<ObservedReach>;
