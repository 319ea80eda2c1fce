using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class LoopbackValues : ValueConformance<LoopbackReach>;

public sealed class LoopbackSignatures : SignatureConformance<LoopbackReach>;

public sealed class LoopbackFailures : FailureConformance<LoopbackReach>;
