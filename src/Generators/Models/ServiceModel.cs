using Pipeline.Contract;

namespace Pipeline.Generators.Models;

/// <summary>A class marked <c>[Service]</c>: all that its generated file depends on.</summary>
internal sealed record ServiceModel
{
    /// <summary>The generated file's name without extension, as long as no other service's differs in case only.</summary>
    public required string HintName { get; init; }

    /// <summary>The namespace as written in source, or null for the global one.</summary>
    public required string? Namespace { get; init; }

    /// <summary>The types the service is nested in, outermost first.</summary>
    public required EquatableArray<TypeHeaderModel> Containers { get; init; }

    public required TypeHeaderModel Header { get; init; }

    /// <summary>The class's name from <c>global::</c> on.</summary>
    public required string FullName { get; init; }

    /// <summary>The class's name for messages.</summary>
    public required string DisplayName { get; init; }

    public required string DocumentationId { get; init; }

    public required bool IsStatic { get; init; }

    /// <summary>Which of the members to generate hide an inherited one.</summary>
    public required HiddenMembers Hides { get; init; }

    /// <summary>The name of the nested class that calls an instance in this process: one no member has.</summary>
    public required string LocalProxyName { get; init; }

    /// <summary>The name of the nested class that holds the endpoints: one no member has, nor a parameter of an API.</summary>
    public required string EndpointsName { get; init; }

    public required EquatableArray<ApiModel> Apis { get; init; }

    /// <summary>The partial properties to implement.</summary>
    public required EquatableArray<DependsPropertyModel> DependsProperties { get; init; }

    public required ServiceOptionsModel Options { get; init; }

    /// <summary>How instances are made, or null where none can be.</summary>
    public required ActivationModel? Activation { get; init; }

    /// <summary>The diagnostics of the obsolete and experimental things the service uses, which its author has dealt with.</summary>
    public required EquatableArray<string> UsageDiagnostics { get; init; }
}
