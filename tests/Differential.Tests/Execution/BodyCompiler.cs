using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Differential.Services;
using Pipeline.Generators;

namespace Pipeline.Differential.Execution;

/// <summary>How bodies are compiled: as a project of a user that references the services as an assembly.</summary>
internal static class BodyCompiler
{
    public const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; " +
        "global using System.Threading.Tasks; global using Pipeline; global using Pipeline.Differential.Services;\n";

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.None);

    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        nullableContextOptions: NullableContextOptions.Enable,
        allowUnsafe: true,
        concurrentBuild: false);

    public static ImmutableArray<MetadataReference> References { get; } =
    [
        .. Net100.References.All,
        MetadataReference.CreateFromFile(typeof(ServiceDefinition).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(Model).Assembly.Location),
    ];

    /// <summary>The proxies of the services among the bodies.</summary>
    public static IEnumerable<SyntaxTree> Generate(Compilation compilation) =>
        CSharpGeneratorDriver.Create([new ServiceProxyGenerator().AsSourceGenerator()], parseOptions: ParseOptions)
            .RunGenerators(compilation).GetRunResult().GeneratedTrees;

    /// <summary>The assembly's bytes, null where it does not compile, and what the compiler says.</summary>
    public static (byte[]? Assembly, ImmutableArray<Diagnostic> Diagnostics) Emit(Compilation compilation)
    {
        using var stream = new MemoryStream();
        var result = compilation.Emit(stream);
        return (result.Success ? stream.ToArray() : null, result.Diagnostics);
    }
}
