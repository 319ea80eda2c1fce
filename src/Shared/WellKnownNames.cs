namespace Pipeline.Shared;

/// <summary>The runtime's names as the compiler spells them. A test resolves each against the runtime.</summary>
internal static class WellKnownNames
{
    public const string ServiceAttribute = "Pipeline.ServiceAttribute";
    public const string ApiAttribute = "Pipeline.ApiAttribute";
    public const string DependsAttribute = "Pipeline.DependsAttribute";
    public const string OnStartupAttribute = "Pipeline.OnStartupAttribute";
    public const string OnShutdownAttribute = "Pipeline.OnShutdownAttribute";
    public const string ConcurrentSafeAttribute = "Pipeline.ConcurrentSafeAttribute";
    public const string Effect = "Pipeline.Effect";
    public const string Gather = "Pipeline.Gather";
    public const string Outcome = "Pipeline.Outcome";
    public const string OutcomeOfT = "Pipeline.Outcome`1";
    public const string ServiceProxy = "Pipeline.Generated.ServiceProxy";
    public const string InferredEffectAttribute = "Pipeline.Generated.InferredEffectAttribute";
}
