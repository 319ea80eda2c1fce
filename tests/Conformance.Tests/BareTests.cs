using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class BareValues : ValueConformance<BareReach>;

public sealed class BareSignatures : SignatureConformance<BareReach>;

public sealed class BareFailures : FailureConformance<BareReach>;
