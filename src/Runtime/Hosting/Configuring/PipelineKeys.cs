namespace Pipeline.Hosting;

/// <summary>What configuration may name below <c>Pipeline</c>.</summary>
internal static class PipelineKeys
{
    public const string Section = "Pipeline";
    public const string Services = "Services";
    public const string DrainTimeout = "DrainTimeout";
    public const string Strict = "Strict";

    /// <summary>Read by Pipeline.AspNetCore.</summary>
    public const string Http = "Http";

    public static IReadOnlyList<string> All { get; } = [Services, DrainTimeout, Strict, Http];
}
