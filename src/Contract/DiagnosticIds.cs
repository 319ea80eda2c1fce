namespace Pipeline.Contract;

/// <summary>The diagnostic IDs, which are public API: never reused, never renumbered.</summary>
internal static class DiagnosticIds
{
    public const string SequentialAwaits = "PIPE001";
    public const string SequentialAwaitsInLoop = "PIPE002";
    public const string BlockingCall = "PIPE003";
    public const string SequentialSyncCalls = "PIPE004";
    public const string GatheredButSerialized = "PIPE005";
    public const string AwaitInsideGather = "PIPE006";
    public const string CallNeverAwaited = "PIPE008";
    public const string OutcomeIgnored = "PIPE009";
    public const string SequentialClientAwaits = "PIPE010";
    public const string EffectUndeclared = "PIPE011";
    public const string EffectContradicted = "PIPE012";
    public const string CallOrder = "PIPE013";
    public const string CallBehindCheck = "PIPE014";
    public const string EffectUnpublished = "PIPE015";
    public const string EffectFileStale = "PIPE016";
    public const string ProfileIgnored = "PIPE017";

    public const string ServiceNotPartial = "PIPE101";
    public const string UnsupportedParameter = "PIPE102";
    public const string GenericService = "PIPE103";
    public const string NameCollision = "PIPE104";
    public const string DependencyNotService = "PIPE105";
    public const string DependencyNotQualified = "PIPE106";
    public const string NoApi = "PIPE107";
    public const string UnsupportedService = "PIPE108";
    public const string UnsupportedApi = "PIPE109";
    public const string UnsupportedConstructor = "PIPE110";
    public const string UnsupportedDependsProperty = "PIPE111";
    public const string UnsupportedLifecycleMethod = "PIPE112";
    public const string InvalidOption = "PIPE113";
    public const string MemberOutsideService = "PIPE114";
    public const string TypeNotCarriable = "PIPE115";
    public const string WireNameShared = "PIPE116";

    public const string Cycle = "PIPE201";
    public const string DuplicateServiceName = "PIPE202";
    public const string ImpossibleTimeouts = "PIPE203";
}
