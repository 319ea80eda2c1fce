using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public sealed class OtherAssemblyTests
{
    [Test]
    public void Service_InAReferencedAssembly_IsADependencyAndABase()
    {
        var library = GeneratorRun.Start(ServiceCompilation.Create("""
            using Pipeline;
            namespace Library;
            [Service] public partial class Model
            {
                [Api(Effect = Effect.Reads)] public virtual Task<int> RunAsync(string? text, CancellationToken ct) => Task.FromResult(1);
                [Api] internal int Inside() => 1;
                [Depends] public partial Other.Proxy Other { get; init; }
                [OnStartup] protected void Begin() { }
            }
            [Service] public partial class Other { [Api] public int Run() => 1; }
            """)).Output.WithAssemblyName("Library");
        using var image = new MemoryStream();
        Assert.That(library.Emit(image).Success);

        var run = GeneratorRun.Start(ServiceCompilation.Create("""
            using Pipeline;
            using Library;
            namespace Demo;
            [Service] public partial class Better : Model { [Api] public override Task<int> RunAsync(string? text, CancellationToken ct) => Task.FromResult(2); }
            [Service] public partial class Uses(Model.Proxy model, Better.Proxy better)
            {
                [Api] public async Task<int> RunAsync() => await model.ToAsync.Run("x") + await better.ToAsync.Run(null) + model.Run(null);
            }
            """).AddReferences(MetadataReference.CreateFromImage(image.ToArray())));

        Assert.That(GeneratorVerifier.Problems(run.Output), Is.Empty);
        string better = run.Sources.Single(source => source.HintName == "Demo.Better.g.cs").Text;
        Assert.That(better, Does.Contain("abstract new class Proxy").Or.Contain("new abstract class Proxy"));
        Assert.That(better, Does.Contain("Other = resolver.GetProxy<global::Library.Other.Proxy>(\"Other\")"));
        Assert.That(better, Does.Contain("service.Begin()"));
        Assert.That(better, Does.Not.Contain("Inside"));
        Assert.That(better, Does.Contain("Effect = global::Pipeline.Effect.Reads"));
    }
}
