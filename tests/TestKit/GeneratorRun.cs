using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Generators;

namespace Pipeline.TestKit;

/// <summary>One run of the generator, and the next one after an edit.</summary>
public sealed class GeneratorRun
{
    private readonly GeneratorDriver _driver;

    private GeneratorRun(GeneratorDriver driver, CSharpCompilation compilation)
    {
        _driver = driver.RunGeneratorsAndUpdateCompilation(compilation, out var output, out _);
        Output = (CSharpCompilation)output;
        Result = _driver.GetRunResult().Results.Single();
    }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the driver recorded.</summary>
    public GeneratorRunResult Result { get; }

    /// <summary>The generated files, in the generator's order.</summary>
    public IEnumerable<(string HintName, string Text)> Sources =>
        Result.GeneratedSources.IsDefault ? [] : Result.GeneratedSources.Select(source => (source.HintName, source.SourceText.ToString()));

    /// <summary>Runs the generator for the first time.</summary>
    public static GeneratorRun Start(CSharpCompilation compilation, CSharpParseOptions? options = null) => new(
        CSharpGeneratorDriver.Create(
            [new ServiceProxyGenerator().AsSourceGenerator()],
            parseOptions: options ?? ServiceCompilation.ParseOptions,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)),
        compilation);

    /// <summary>Runs it again, with what it remembers.</summary>
    public GeneratorRun Next(CSharpCompilation compilation) => new(_driver, compilation);

    /// <summary>Whether the diagnostic is in a generated file.</summary>
    public bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree && Result.GeneratedSources.Any(source => source.SyntaxTree == tree);

    /// <summary>Why each output of the step is as it is.</summary>
    public ImmutableArray<IncrementalStepRunReason> Reasons(string step) => Result.TrackedSteps.TryGetValue(step, out var runs)
        ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
        : [];
}
