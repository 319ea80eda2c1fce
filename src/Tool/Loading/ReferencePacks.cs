using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace Pipeline.Tool.Loading;

/// <summary>The reference assemblies that the SDK brings: the framework's and, where installed, ASP.NET Core's.</summary>
internal static class ReferencePacks
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    /// <summary>The newest version's; where there is no pack, the assemblies that this program itself runs on.</summary>
    /// <param name="more">A folder of further assemblies; null if there is none.</param>
    public static IReadOnlyList<MetadataReference> Load(string? more = null)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        string root = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs"));
        var assemblies = Packs.SelectMany(pack => Newest(Path.Combine(root, pack))).ToArray();
        if (assemblies.Length == 0)
            assemblies = [.. Directory.EnumerateFiles(framework, "System*.dll"), typeof(object).Assembly.Location];
        string[] further = more is null ? [] : [.. Directory.EnumerateFiles(more, "*.dll").Where(IsManaged).Order(StringComparer.Ordinal)];
        return [.. assemblies.Concat(further).DistinctBy(Path.GetFileName).Select(static file => MetadataReference.CreateFromFile(file))];
    }

    private static bool IsManaged(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new PEReader(stream);
        return reader.HasMetadata;
    }

    private static IEnumerable<string> Newest(string pack) => !Directory.Exists(pack)
        ? []
        : Directory.EnumerateDirectories(pack)
            .OrderByDescending(static version => Version.TryParse(Path.GetFileName(version), out var parsed) ? parsed : new Version())
            .Take(1)
            .SelectMany(static version => Directory.EnumerateFiles(Path.Combine(version, "ref"), "*.dll", SearchOption.AllDirectories));
}
