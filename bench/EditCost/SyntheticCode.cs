using System.Diagnostics;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.EditCost;

/// <summary>The synthetic solution of the analyzer benchmark, and a file that no generator is interested in.</summary>
internal sealed record SyntheticCode(CSharpCompilation Compilation, int Lines)
{
    public const string Outside = """
        namespace Synthetic;
        public static class Outside
        {
            public static int Value() => 0;
        }
        """;

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    /// <summary>The same code with one type in each file, as most people write it.</summary>
    public SyntheticCode WithOneTypePerFile()
    {
        var outside = Compilation.SyntaxTrees.Take(2);
        var types = Compilation.SyntaxTrees.Skip(2).Select(static tree => (CompilationUnitSyntax)tree.GetRoot())
            .SelectMany(static root => root.Members.OfType<FileScopedNamespaceDeclarationSyntax>()
                .SelectMany(space => space.Members.Select(type => root.WithMembers([space.WithMembers([type])]).ToFullString())));
        return this with
        {
            Compilation = Compilation.RemoveAllSyntaxTrees()
                .AddSyntaxTrees(outside)
                .AddSyntaxTrees(types.Select(static (text, index) => CSharpSyntaxTree.ParseText(text, ParseOptions, $"Type{index}.cs"))),
        };
    }

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14);

    public static SyntheticCode Load(Subject subject, int lines)
    {
        string folder = Directory.CreateTempSubdirectory("pipeline-edits-").FullName;
        try
        {
            Generate(folder, lines, subject.Code);
            string[] sources =
            [
                ImplicitUsings,
                Outside,
                .. Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText),
            ];
            var compilation = CSharpCompilation.Create(
                "Synthetic",
                sources.Select((text, index) => CSharpSyntaxTree.ParseText(SourceText.From(text), ParseOptions, $"File{index}.cs")),
                References(subject),
                new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
            return new(compilation, sources.Sum(text => text.Count(character => character == '\n')));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Generate(string folder, int lines, string code)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", Subject.Metadata("SourceOfCode"), "--", folder, lines.ToString(CultureInfo.InvariantCulture), code])
        { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("The synthetic code could not be generated.");
    }

    /// <summary>The framework that this runs on, and the library.</summary>
    private static IEnumerable<MetadataReference> References(Subject subject)
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.EnumerateFiles(framework, "*.dll")
            .Where(file => Path.GetFileName(file) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name is "netstandard.dll" or "mscorlib.dll")
                && !name.Contains(".Native.", StringComparison.Ordinal))
            .Append(subject.Reference?.Assembly.Location ?? "")
            .Where(File.Exists)
            .Select(file => MetadataReference.CreateFromFile(file));
    }
}
