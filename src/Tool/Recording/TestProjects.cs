using Microsoft.CodeAnalysis;

namespace Pipeline.Tool.Recording;

/// <summary>Projects whose types stand in for others: what a double does says nothing of the real thing.</summary>
internal static class TestProjects
{
    private static readonly string[] Frameworks =
    [
        "nunit.framework", "xunit.core", "xunit.v3.core", "Microsoft.VisualStudio.TestPlatform.TestFramework", "MSTest.TestFramework",
        "TUnit.Core",
    ];

    public static bool Contains(Project project) =>
        project.Name.Split('.', '-', '_', '(').Any(static part => part is "Test" or "Tests")
        || project.Name.EndsWith("Tests", StringComparison.Ordinal)
        || project.MetadataReferences.Any(static reference => Frameworks.Contains(Path.GetFileNameWithoutExtension(reference.Display)));
}
