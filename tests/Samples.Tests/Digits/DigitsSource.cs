using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipeline.TestKit;

namespace Pipeline.Samples.Tests.Digits;

/// <summary>The sample's own source, to compile with another body here or there.</summary>
internal sealed class DigitsSource
{
    private const string Ensemble = "Ensemble.cs";

    private readonly IReadOnlyDictionary<string, string> _files;

    private DigitsSource(IReadOnlyDictionary<string, string> files) => _files = files;

    public static DigitsSource Read() => new(Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "samples", "Digits"), "*.cs", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText));

    /// <summary>The source in which the ensemble's method has that body.</summary>
    public DigitsSource WithBody(string method, string body)
    {
        var root = CSharpSyntaxTree.ParseText(_files[Ensemble]).GetRoot();
        var old = root.DescendantNodes().OfType<MethodDeclarationSyntax>().Single(declared => declared.Identifier.Text == method).Body!;
        var changed = root.ReplaceNode(old, (BlockSyntax)SyntaxFactory.ParseStatement($"{{ {body} }}"));
        return new(new Dictionary<string, string>(_files) { [Ensemble] = changed.ToFullString() });
    }

    public CSharpCompilation Compile() => ServiceCompilation.Create(_files.Values)
        .WithReferences(References())
        .WithOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable))
        .AddSyntaxTrees(CSharpSyntaxTree.ParseText("global using System.IO;", ServiceCompilation.ParseOptions))
        .WithProxies();

    // All that the tests themselves run with, but for the sample's own assembly.
    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is not "Digits.dll")
        .Select(path => MetadataReference.CreateFromFile(path));
}
