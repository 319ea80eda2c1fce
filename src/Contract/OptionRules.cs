using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Contract;

/// <summary>What holds for the values that the attributes of services, APIs, dependencies and lifecycle methods declare.</summary>
internal static class OptionRules
{
    private const string Timeout = "Timeout";

    public static void CheckService(INamedTypeSymbol service, ImmutableArray<ServiceDefect>.Builder defects)
    {
        var attribute = service.GetAttribute(WellKnownNames.ServiceAttribute);
        Check<string>(service, attribute, "Name", IsName, ServiceDefectKind.InvalidName, defects);
        Check<int>(service, attribute, "Instances", IsPositive, ServiceDefectKind.InvalidInstances, defects);
        Check<int>(service, attribute, "Concurrency", IsPositive, ServiceDefectKind.InvalidConcurrency, defects);
        Check<int>(service, attribute, "QueueLimit", static limit => limit >= 0, ServiceDefectKind.InvalidQueueLimit, defects);
        CheckTimeout(service, attribute, defects);
    }

    public static void CheckApi(IMethodSymbol api, ImmutableArray<ServiceDefect>.Builder defects)
    {
        var attribute = api.GetAttribute(WellKnownNames.ApiAttribute);
        Check<string>(api, attribute, "Name", IsName, ServiceDefectKind.InvalidName, defects);
        Check<int>(api, attribute, "Concurrency", IsPositive, ServiceDefectKind.InvalidConcurrency, defects);
        Check<int>(api, attribute, "ReadAhead", IsPositive, ServiceDefectKind.InvalidReadAhead, defects);
        CheckTimeout(api, attribute, defects);
        if (TransientTypes(attribute).Any(static type => !type.IsUnresolved() && !IsException(type)))
            defects.Add(new(ServiceDefectKind.InvalidTransient, api) { Attribute = attribute });
    }

    public static void CheckDependency(ISymbol dependency, AttributeData? attribute, ImmutableArray<ServiceDefect>.Builder defects)
    {
        Check<string>(dependency, attribute, "Url", IsUrl, ServiceDefectKind.InvalidUrl, defects);
        CheckTimeout(dependency, attribute, defects);
    }

    public static void CheckLifecycle(IMethodSymbol method, string attribute, ImmutableArray<ServiceDefect>.Builder defects) =>
        CheckTimeout(method, method.GetAttribute(attribute), defects);

    /// <summary>The declared time, or null where none or no valid one is.</summary>
    public static TimeSpan? ReadTimeout(AttributeData? attribute) =>
        attribute?.GetValue<string>(Timeout) is { } text && Duration.TryParse(text, out var duration) ? duration : null;

    /// <summary>The types that <c>[Api(Transient = …)]</c> declares, those that are no exceptions left out.</summary>
    public static IEnumerable<ITypeSymbol> ReadTransient(AttributeData? attribute) => TransientTypes(attribute).Where(IsException);

    /// <summary>Whether the attribute says it, be it the default or not.</summary>
    public static bool IsDeclared(AttributeData? attribute, string property) =>
        attribute is not null && attribute.NamedArguments.Any(argument => argument.Key == property);

    private static void CheckTimeout(ISymbol symbol, AttributeData? attribute, ImmutableArray<ServiceDefect>.Builder defects) =>
        Check<string>(symbol, attribute, Timeout, static text => Duration.TryParse(text, out _), ServiceDefectKind.InvalidTimeout, defects);

    private static void Check<T>(
        ISymbol symbol,
        AttributeData? attribute,
        string property,
        Func<T, bool> isValid,
        ServiceDefectKind kind,
        ImmutableArray<ServiceDefect>.Builder defects)
    {
        // Null, or what does not compile yet, is as good as nothing.
        if (IsDeclared(attribute, property) && attribute!.GetValue<T>(property) is { } value && !isValid(value))
            defects.Add(new(kind, symbol) { Attribute = attribute });
    }

    private static IEnumerable<ITypeSymbol> TransientTypes(AttributeData? attribute) =>
        from argument in attribute?.NamedArguments ?? []
        where argument is { Key: "Transient", Value: { Kind: TypedConstantKind.Array, IsNull: false } }
        from element in argument.Value.Values
        let type = element.Value as ITypeSymbol
        where type is not null
        select type;

    private static bool IsException(ITypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            if (@base is INamedTypeSymbol named && named.HasFullName("System.Exception"))
                return true;
        }

        return false;
    }

    private static bool IsPositive(int value) => value > 0;

    // A name is a section of the configuration, where a colon separates sections.
    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && !name.Contains(':');

    private static bool IsUrl(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme.Length > 1 && url.Contains("://");
}
