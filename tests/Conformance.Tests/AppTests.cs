using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class AppValues : ValueConformance<AppReach>;

public sealed class AppSignatures : SignatureConformance<AppReach>;

public sealed class AppFailures : FailureConformance<AppReach>;

public sealed class AppCancellation : CancellationConformance<AppReach>;

public sealed class AppStreams : StreamConformance<AppReach>;

public sealed class AppStreamArguments : StreamArgumentConformance<AppReach>;

public sealed class AppConcurrency : ConcurrencyConformance<AppReach>;

public sealed class AppIsolation : IsolationConformance<AppReach>;

public sealed class AppLimits : LimitConformance<AppReach>;

public sealed class AppPressure : PressureConformance<AppReach>;

public sealed class AppAttempts : AttemptConformance<AppReach>;
