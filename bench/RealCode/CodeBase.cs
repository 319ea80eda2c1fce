using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.RealCode;

/// <summary>A folder of C# sources as one compilation, whatever projects they belonged to.</summary>
internal sealed class CodeBase
{
    private static readonly string[] GlobalUsings =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Net.Http.Json",
        "System.Threading", "System.Threading.Tasks", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing", "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Preview,
        DocumentationMode.None,
        preprocessorSymbols: ["NET", "NETCOREAPP", "NET10_0", .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"), "RELEASE", "TRACE"]);

    private CodeBase(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; }

    public int Files => Compilation.SyntaxTrees.Length - 1;

    public long Lines => Compilation.SyntaxTrees.Sum(tree => (long)tree.GetText().Lines.Count);

    public static CodeBase Load(string folder)
    {
        var trees = new ConcurrentBag<SyntaxTree>();
        Parallel.ForEach(
            Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories),
            file => trees.Add(CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file)), ParseOptions, Path.GetRelativePath(folder, file))));
        var usings = CSharpSyntaxTree.ParseText(
            SourceText.From(string.Concat(GlobalUsings.Select(name => $"global using {name};\n"))), ParseOptions, "GlobalUsings.cs");
        return new CodeBase(CSharpCompilation.Create(
            "RealCode",
            [usings, .. trees.OrderBy(tree => tree.FilePath, StringComparer.Ordinal)],
            ReferencePacks.Load(),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable)));
    }

    /// <summary>How many awaits there are, and of how many the awaited type is known.</summary>
    public (int Awaits, int Resolved) CountAwaits()
    {
        int awaits = 0, resolved = 0;
        Parallel.ForEach(Compilation.SyntaxTrees, tree =>
        {
            var expressions = tree.GetRoot().DescendantNodes().OfType<AwaitExpressionSyntax>().ToArray();
            if (expressions.Length == 0)
                return;
            var model = Compilation.GetSemanticModel(tree);
            Interlocked.Add(ref awaits, expressions.Length);
            Interlocked.Add(ref resolved, expressions.Count(e => model.GetTypeInfo(e.Expression).Type is { TypeKind: not TypeKind.Error }));
        });
        return (awaits, resolved);
    }
}
