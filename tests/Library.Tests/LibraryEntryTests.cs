using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Library;

namespace Pipeline.Library.Tests;

/// <summary>Each entry of the library model against the real library: its types and members exist, and it names its page.</summary>
[TestFixture]
internal sealed partial class LibraryEntryTests
{
    private static readonly CSharpCompilation Libraries = CSharpCompilation.Create(
        "Libraries",
        references: ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Select(static file => MetadataReference.CreateFromFile(file)));

    /// <summary>Whose package is not on every registry.</summary>
    private const string Elsewhere = "Microsoft.Extensions.ML.";

    private static IEnumerable<string> FrameworkTypes =>
        LibraryModel.Entries.Keys.Where(static type => type.StartsWith("System.", StringComparison.Ordinal));

    private static IEnumerable<TestCaseData> Entries => LibraryModel.Entries.Values.Distinct()
        .Where(static entry => !entry.Types[0].StartsWith(Elsewhere, StringComparison.Ordinal))
        .OrderBy(static entry => entry.Types[0], StringComparer.Ordinal)
        .Select(static entry => new TestCaseData(entry).SetArgDisplayNames(entry.Types[0]));

    [TestCaseSource(nameof(Entries))]
    public void Types_Exist(LibraryEntry entry)
    {
        string[] missing = [.. entry.Types.Where(static type => Libraries.GetTypesByMetadataName(type).IsEmpty)];

        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(nameof(Entries))]
    public void Members_ExistOnOneOfTheTypes(LibraryEntry entry)
    {
        // The framework's collections share their lists.
        var types = entry.Types[0].StartsWith("System.", StringComparison.Ordinal)
            ? FrameworkTypes.Concat(entry.Types) : entry.Types;
        var members = types.SelectMany(static type => Libraries.GetTypesByMetadataName(type)).SelectMany(MembersOf).ToHashSet();
        string[] missing =
        [
            .. entry.Names.Where(static name => name is not "*" && !Constructor().IsMatch(name))
                .Where(name => !members.Contains(Plain(name))),
        ];

        Assert.That(missing, Is.Empty);
    }

    [TestCaseSource(nameof(Entries))]
    public void Source_IsAPage(LibraryEntry entry) =>
        Assert.That(Uri.TryCreate(entry.Source, UriKind.Absolute, out var page) && page.Scheme is "https", entry.Source);

    private static string Plain(string name) => name.StartsWith("set:", StringComparison.Ordinal) ? name["set:".Length..] : name;

    private static IEnumerable<string> MembersOf(INamedTypeSymbol type)
    {
        for (var @base = type; @base is not null; @base = @base.BaseType)
        {
            foreach (var member in @base.GetMembers())
                yield return member.MetadataName;
        }

        foreach (var member in type.AllInterfaces.SelectMany(static @interface => @interface.GetMembers()))
            yield return member.MetadataName;
    }

    [GeneratedRegex(@"^new(\(.*\))?$")]
    private static partial Regex Constructor();
}
