using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class PolicyValues : ValueConformance<PolicyReach>;

public sealed class PolicySignatures : SignatureConformance<PolicyReach>;

public sealed class PolicyFailures : FailureConformance<PolicyReach>;

public sealed class PolicyCancellation : CancellationConformance<PolicyReach>;

public sealed class PolicyStreams : StreamConformance<PolicyReach>;

public sealed class PolicyStreamArguments : StreamArgumentConformance<PolicyReach>;

public sealed class PolicyConcurrency : ConcurrencyConformance<PolicyReach>;

public sealed class PolicyIsolation : IsolationConformance<PolicyReach>;
