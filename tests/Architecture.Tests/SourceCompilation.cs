using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipeline.Architecture.Tests;

/// <summary>Projects of <c>src</c> bound together, so that a name from one to another is seen whatever the project files allow.</summary>
internal static class SourceCompilation
{
    private const string ImplicitUsings =
        """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>Adds to netstandard2.0 what the framework of the tests has.</summary>
    private const string Polyfills = "Polyfills.cs";

    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview, DocumentationMode.None);

    public static CSharpCompilation OfProjects(params string[] projects) => Create(projects
        .Select(static project => Path.Combine(Repository.Sources, project))
        .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
        .Where(static file => Path.GetFileName(file) is not Polyfills)
        .Select(static file => (Path.GetRelativePath(Repository.Sources, file).Replace('\\', '/'), File.ReadAllText(file))));

    /// <param name="files">The path of each file, its project first, and its text.</param>
    public static CSharpCompilation Create(IEnumerable<(string Path, string Text)> files) => CSharpCompilation.Create(
        "Sources",
        files.Append(("", ImplicitUsings)).Select(static file => CSharpSyntaxTree.ParseText(file.Item2, Options, file.Item1)),
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static file => Path.GetFileNameWithoutExtension(file) is not "Pipeline")
            .Select(static file => MetadataReference.CreateFromFile(file)),
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
}
