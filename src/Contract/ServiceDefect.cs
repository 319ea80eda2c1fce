using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>One thing wrong with the declaration of a service.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The symbol to report it on: the type, method, parameter or property that is wrong.</param>
/// <param name="Other">The second symbol concerned: the API collided with, the type not accessible, the service meant.</param>
internal readonly record struct ServiceDefect(ServiceDefectKind Kind, ISymbol Source, ISymbol? Other = null)
{
    /// <summary>The attribute whose value is wrong, where that is the defect.</summary>
    public AttributeData? Attribute { get; init; }

    /// <summary>The diagnostic that tells of defects of this kind.</summary>
    public string DiagnosticId => Kind switch
    {
        ServiceDefectKind.NotPartial => DiagnosticIds.ServiceNotPartial,
        ServiceDefectKind.ByRefParameter
            or ServiceDefectKind.RefStructParameter
            or ServiceDefectKind.PointerParameter
            or ServiceDefectKind.SecondCancellationToken
            or ServiceDefectKind.LessAccessibleParameter
            or ServiceDefectKind.ProxyParameter
            or ServiceDefectKind.LessAccessibleResult
            or ServiceDefectKind.AliasedParameter
            or ServiceDefectKind.AliasedResult
            or ServiceDefectKind.UnsupportedResult => DiagnosticIds.UnsupportedParameter,
        ServiceDefectKind.GenericService
            or ServiceDefectKind.GenericContainer
            or ServiceDefectKind.GenericApi => DiagnosticIds.GenericService,
        ServiceDefectKind.ReservedServiceName
            or ServiceDefectKind.ReservedMemberName
            or ServiceDefectKind.ReservedApiName
            or ServiceDefectKind.ApiCollision => DiagnosticIds.NameCollision,
        ServiceDefectKind.DependencyNotService => DiagnosticIds.DependencyNotService,
        ServiceDefectKind.DependencyNotQualified
            or ServiceDefectKind.AliasedDependency => DiagnosticIds.DependencyNotQualified,
        ServiceDefectKind.NoApi => DiagnosticIds.NoApi,
        ServiceDefectKind.StaticService
            or ServiceDefectKind.AbstractService
            or ServiceDefectKind.RecordService
            or ServiceDefectKind.FileLocalService => DiagnosticIds.UnsupportedService,
        ServiceDefectKind.StaticApi
            or ServiceDefectKind.NotAMethod
            or ServiceDefectKind.ExplicitInterfaceApi
            or ServiceDefectKind.AsyncVoidApi => DiagnosticIds.UnsupportedApi,
        ServiceDefectKind.NoConstructor
            or ServiceDefectKind.AmbiguousConstructor
            or ServiceDefectKind.UnsupportedConstructorParameter => DiagnosticIds.UnsupportedConstructor,
        ServiceDefectKind.DependsPropertyNotPartial
            or ServiceDefectKind.DependsPropertyShape => DiagnosticIds.UnsupportedDependsProperty,
        ServiceDefectKind.LifecycleSignature
            or ServiceDefectKind.LifecycleInaccessible => DiagnosticIds.UnsupportedLifecycleMethod,
        _ => DiagnosticIds.InvalidOption,
    };
}
