using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class DrainingValues : ValueConformance<DrainingReach>;

public sealed class DrainingSignatures : SignatureConformance<DrainingReach>;

public sealed class DrainingFailures : FailureConformance<DrainingReach>;

public sealed class DrainingCancellation : CancellationConformance<DrainingReach>;

public sealed class DrainingStreams : StreamConformance<DrainingReach>;

public sealed class DrainingStreamArguments : StreamArgumentConformance<DrainingReach>;

public sealed class DrainingConcurrency : ConcurrencyConformance<DrainingReach>;

public sealed class DrainingIsolation : IsolationConformance<DrainingReach>;

public sealed class DrainingLimits : LimitConformance<DrainingReach>;

public sealed class DrainingPressure : PressureConformance<DrainingReach>;

public sealed class DrainingAttempts : AttemptConformance<DrainingReach>;
