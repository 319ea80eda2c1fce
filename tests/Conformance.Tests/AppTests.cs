using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class AppValues : ValueConformance<AppReach>;

public sealed class AppSignatures : SignatureConformance<AppReach>;

public sealed class AppFailures : FailureConformance<AppReach>;
