using System.Collections.Immutable;
using Pipeline.Generators.Models;

namespace Pipeline.Generators.Emission;

/// <summary>Tells files apart whose names differ in case only, or not at all: a compilation takes each name once.</summary>
internal static class HintNameClashes
{
    private const string Extension = ".g.cs";

    /// <summary>The names that more than one service has, sorted.</summary>
    public static EquatableArray<string> Find(ImmutableArray<string> names) => names
        .GroupBy(static name => name, StringComparer.OrdinalIgnoreCase)
        .Where(static group => group.Count() > 1)
        .SelectMany(static group => group)
        .Distinct(StringComparer.Ordinal)
        .OrderBy(static name => name, StringComparer.Ordinal)
        .ToEquatableArray();

    /// <summary>The service's file name, one that no other service has.</summary>
    public static string Resolve(ServiceModel service, EquatableArray<string> clashes) => clashes.Contains(service.HintName)
        ? $"{service.HintName}-{Hash(service):x16}{Extension}"
        : service.HintName + Extension;

    /// <summary>Over all that can distinguish two types.</summary>
    private static ulong Hash(ServiceModel service)
    {
        var hash = new ContentHash();
        foreach (var header in service.Containers.Append(service.Header))
        {
            hash.Add(header.Keyword);
            hash.Add(header.Name);
        }

        hash.Add(service.HintName);
        return hash.Value;
    }
}
