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
        CheckTimeout(api, attribute, defects);
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

    private static bool IsPositive(int value) => value > 0;

    // A name is a section of the configuration, where a colon separates sections.
    private static bool IsName(string name) => !string.IsNullOrWhiteSpace(name) && !name.Contains(':');

    private static bool IsUrl(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme.Length > 1 && url.Contains("://");
}
