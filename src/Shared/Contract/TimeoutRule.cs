using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Shared;

/// <summary>What holds for the time an attribute declares.</summary>
internal static class TimeoutRule
{
    private const string Property = "Timeout";

    public static void Check(ISymbol symbol, AttributeData? attribute, ImmutableArray<ServiceDefect>.Builder defects)
    {
        if (attribute?.GetValue<string>(Property) is { } text && !Duration.TryParse(text, out _))
            defects.Add(new(ServiceDefectKind.InvalidTimeout, symbol));
    }

    /// <summary>The declared time, or null where none or no valid one is.</summary>
    public static TimeSpan? Read(AttributeData? attribute) =>
        attribute?.GetValue<string>(Property) is { } text && Duration.TryParse(text, out var duration) ? duration : null;
}
