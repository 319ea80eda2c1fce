using Microsoft.CodeAnalysis;

namespace Pipeline.RealCode;

/// <summary>The reference assemblies of the SDK that runs this: the framework's and, where installed, ASP.NET Core's.</summary>
internal static class ReferencePacks
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    public static IReadOnlyList<MetadataReference> Load()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(framework, "..", "..", "..", "packs"));
        MetadataReference[] references =
        [
            .. Packs.SelectMany(pack => Assemblies(Path.Combine(root, pack))),
            MetadataReference.CreateFromFile(typeof(ServiceDefinition).Assembly.Location),
        ];
        return references.Length > 1 ? references : throw new InvalidOperationException($"No reference pack under '{root}'.");
    }

    /// <summary>The newest version's assemblies; two packs ship some of the same ones, the framework's win by being first.</summary>
    private static IEnumerable<MetadataReference> Assemblies(string pack) =>
        !Directory.Exists(pack)
            ? []
            : Directory.EnumerateDirectories(pack)
                .OrderByDescending(version => Version.TryParse(Path.GetFileName(version), out var parsed) ? parsed : new Version())
                .Take(1)
                .SelectMany(version => Directory.EnumerateFiles(version, "*.dll", SearchOption.AllDirectories))
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}analyzers{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .Select(file => MetadataReference.CreateFromFile(file));
}
