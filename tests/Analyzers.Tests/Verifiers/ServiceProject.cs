using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Pipeline.Generators;

namespace Pipeline.Analyzers.Tests;

/// <summary>Makes a Roslyn test look like a user's project: net10.0, implicit usings, nullable, the runtime and the generator.</summary>
internal static class ServiceProject
{
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.Linq; global using System.Threading; " +
        "global using System.Threading.Tasks; global using Pipeline;\n";

    private static readonly AnalyzerFileReference Generator = new(typeof(ServiceProxyGenerator).Assembly.Location, new LoadedAssemblies());

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static CSharpCompilationOptions CompilationOptions { get; } =
        new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable);

    /// <summary>A project with everything but the sources to test.</summary>
    public static Project AddTo(Workspace workspace)
    {
        var project = workspace.CurrentSolution.AddProject("Tests", "Tests", LanguageNames.CSharp);
        return project
            .WithCompilationOptions(CompilationOptions)
            .WithParseOptions(ParseOptions)
            .AddMetadataReferences(Net100.References.All)
            .AddMetadataReference(MetadataReference.CreateFromFile(typeof(ServiceDefinition).Assembly.Location))
            .AddAnalyzerReference(Generator)
            .AddDocument("GlobalUsings.cs", GlobalUsings).Project;
    }

    public static void AddTo(AnalyzerTest<DefaultVerifier> test)
    {
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        test.SolutionTransforms.Add(static (solution, project) => solution.AddAnalyzerReference(project, Generator));
        test.TestState.AdditionalReferences.AddRange(Net100.References.All);
        test.TestState.AdditionalReferences.Add(typeof(ServiceDefinition).Assembly);
        test.TestState.AdditionalReferences.Add(typeof(Microsoft.Extensions.Configuration.IConfiguration).Assembly);
        test.TestState.AdditionalReferences.Add(typeof(Microsoft.Extensions.DependencyInjection.IServiceCollection).Assembly);
        test.TestState.AdditionalReferences.Add(typeof(Microsoft.Extensions.Logging.ILogger).Assembly);
        test.TestState.Sources.Add(("/0/GlobalUsings.cs", GlobalUsings));
    }
}
