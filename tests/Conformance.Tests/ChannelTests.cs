using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class ChannelValues : ValueConformance<ChannelReach>;

public sealed class ChannelSignatures : SignatureConformance<ChannelReach>;

public sealed class ChannelFailures : FailureConformance<ChannelReach>;
