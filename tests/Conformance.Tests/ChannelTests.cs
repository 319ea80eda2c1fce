using Pipeline.Conformance.Tests.Suite;

namespace Pipeline.Conformance.Tests;

public sealed class ChannelValues : ValueConformance<ChannelReach>;

public sealed class ChannelSignatures : SignatureConformance<ChannelReach>;

public sealed class ChannelFailures : FailureConformance<ChannelReach>;

public sealed class ChannelCancellation : CancellationConformance<ChannelReach>;

public sealed class ChannelStreams : StreamConformance<ChannelReach>;

public sealed class ChannelStreamArguments : StreamArgumentConformance<ChannelReach>;

public sealed class ChannelConcurrency : ConcurrencyConformance<ChannelReach>;

public sealed class ChannelIsolation : IsolationConformance<ChannelReach>;

public sealed class ChannelLimits : LimitConformance<ChannelReach>;

public sealed class ChannelPressure : PressureConformance<ChannelReach>;

public sealed class ChannelAttempts : AttemptConformance<ChannelReach>;
