using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class RemoteValues : ValueConformance<RemoteReach>;

public sealed class RemoteSignatures : SignatureConformance<RemoteReach>;

public sealed class RemoteFailures : FailureConformance<RemoteReach>;

public sealed class RemoteCancellation : CancellationConformance<RemoteReach>;

public sealed class RemoteStreams : StreamConformance<RemoteReach>;

public sealed class RemoteStreamArguments : StreamArgumentConformance<RemoteReach>;

public sealed class RemoteConcurrency : ConcurrencyConformance<RemoteReach>;

public sealed class RemoteIsolation : IsolationConformance<RemoteReach>;

public sealed class RemoteLimits : LimitConformance<RemoteReach>;

public sealed class RemotePressure : PressureConformance<RemoteReach>;

public sealed class RemoteAttempts : AttemptConformance<RemoteReach>;
