namespace Pipeline.Contract;

/// <summary>The runtime's names as the compiler spells them. A test resolves each against the runtime.</summary>
internal static class WellKnownNames
{
    public const string ServiceAttribute = "Pipeline.ServiceAttribute";
    public const string ApiAttribute = "Pipeline.ApiAttribute";
    public const string DependsAttribute = "Pipeline.DependsAttribute";
    public const string FromScopeAttribute = "Pipeline.FromScopeAttribute";
    public const string OnStartupAttribute = "Pipeline.OnStartupAttribute";
    public const string OnShutdownAttribute = "Pipeline.OnShutdownAttribute";
    public const string ConcurrentSafeAttribute = "Pipeline.ConcurrentSafeAttribute";
    public const string Effect = "Pipeline.Effect";
    public const string Gather = "Pipeline.Gather";
    public const string Outcome = "Pipeline.Outcome";
    public const string OutcomeOfT = "Pipeline.Outcome`1";
    public const string ServiceProxy = "Pipeline.CompilerServices.ServiceProxy";
    public const string ServiceInterface = "Pipeline.CompilerServices.IService";
    public const string PipelineApp = "Pipeline.PipelineApp";
    public const string PipelineServiceCollectionExtensions =
        "Microsoft.Extensions.DependencyInjection.PipelineServiceCollectionExtensions";
    public const string ServiceDefinition = "Pipeline.ServiceDefinition";
    public const string ActivatorUtilitiesConstructorAttribute =
        "Microsoft.Extensions.DependencyInjection.ActivatorUtilitiesConstructorAttribute";
    public const string FromKeyedServicesAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";
    public const string ObsoleteAttribute = "System.ObsoleteAttribute";
    public const string ExperimentalAttribute = "System.Diagnostics.CodeAnalysis.ExperimentalAttribute";
    public const string RequiresPreviewFeaturesAttribute = "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute";
    public const string MaybeNullAttribute = "System.Diagnostics.CodeAnalysis.MaybeNullAttribute";
    public const string SetsRequiredMembersAttribute = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string GeneratedCodeAttribute = "System.CodeDom.Compiler.GeneratedCodeAttribute";
    public const string CancellationToken = "System.Threading.CancellationToken";
    public const string AsyncEnumerable = "System.Collections.Generic.IAsyncEnumerable`1";

    /// <summary>The tool that generated members name in their <c>[GeneratedCode]</c>.</summary>
    public const string GeneratorName = "Pipeline.Generators";
}
