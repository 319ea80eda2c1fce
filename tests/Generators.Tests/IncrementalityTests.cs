using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

public sealed class IncrementalityTests
{
    private const string ModelA = """
        using Pipeline;
        namespace Demo;
        [Service] public partial class ModelA { [Api] public int Run(int x) => x; }
        """;

    private const string ModelB = """
        using Pipeline;
        namespace Demo;
        [Service] public partial class ModelB(ModelA.Proxy a) { [Api] public int Run(int x) => a.Run(x); }
        """;

    [TestCase("{ [Api]", "{ private int _count; [Api]")]
    [TestCase("using Pipeline;", "using Pipeline; class Unrelated;")]
    public void Edit_OfADeclarationThatNoProxyShows_ReadsEachServiceOnce(string before, string after)
    {
        var (_, second) = Edit(ModelA.Replace(before, after, StringComparison.Ordinal));

        Assert.That(
            second.Reasons(TrackingNames.Services),
            Is.EqualTo(new[] { IncrementalStepRunReason.Unchanged, IncrementalStepRunReason.Unchanged }));
        Assert.That(second.Reasons(TrackingNames.Sources), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    [TestCase("=> x;", "=> x + 1;")]
    [TestCase("[Api]", "/* why */ [Api]")]
    [TestCase("{ [Api]", "{ private int _count; [Api]")]
    [TestCase("using Pipeline;", "using Pipeline;\nusing System.Text;")]
    public void Edit_ThatNoProxyShows_RewritesNothing(string before, string after)
    {
        var (first, second) = Edit(ModelA.Replace(before, after, StringComparison.Ordinal));

        Assert.That(Rewritten(second), Is.Zero);
        Assert.That(second.Sources, Is.EqualTo(first.Sources));
    }

    [TestCase("int x)", "long x)")]
    [TestCase("int x) => x", "int y) => y")]
    [TestCase("[Api]", "[Api(Idempotent = true)]")]
    [TestCase("{ [Api]", "{ [Api] public void Another() { } [Api]")]
    public void Edit_OfAnApi_RewritesThatServiceAlone(string before, string after)
    {
        var (first, second) = Edit(ModelA.Replace(before, after, StringComparison.Ordinal));

        Assert.That(Rewritten(second), Is.EqualTo(1));
        Assert.That(second.Sources.Where(source => !first.Sources.Contains(source)).Select(source => source.HintName), Is.EqualTo(["Demo.ModelA.g.cs"]));
    }

    [Test]
    public void Edit_AddingAService_RewritesNoneBeforeIt()
    {
        var (_, second) = Edit(ModelA + " [Service] public partial class ModelC { [Api] public int Run() => 1; }");

        Assert.That(second.Reasons(TrackingNames.Sources).Count(reason => reason is IncrementalStepRunReason.New), Is.EqualTo(1));
        Assert.That(second.Reasons(TrackingNames.Sources)[0], Is.EqualTo(IncrementalStepRunReason.Cached));
    }

    [Test]
    public void Edit_RemovingAService_RewritesNoOther()
    {
        var (_, second) = Edit("namespace Demo; public class ModelA { public class Proxy { public int Run(int x) => x; } }");

        Assert.That(second.Sources.Select(source => source.HintName), Is.EqualTo(["Demo.ModelB.g.cs"]));
    }

    [Test]
    public void Run_Finished_KeepsNoEarlierCompilationAlive()
    {
        var (second, earlier) = RunTwice();
        for (int i = 0; i < 5 && earlier.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.That(earlier.IsAlive, Is.False);
        Assert.That(second.Reasons(TrackingNames.Sources), Is.All.EqualTo(IncrementalStepRunReason.Cached));
    }

    private static (GeneratorRun First, GeneratorRun Second) Edit(string modelA)
    {
        var compilation = ServiceCompilation.Create(ModelA, ModelB);
        var first = GeneratorRun.Start(compilation);
        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString() == ModelA);
        return (first, first.Next(compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(modelA)))));
    }

    private static int Rewritten(GeneratorRun run) =>
        run.Reasons(TrackingNames.Sources).Count(reason => reason is IncrementalStepRunReason.Modified);

    // In a method of its own, whose locals are gone when it returns.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (GeneratorRun Second, WeakReference Earlier) RunTwice()
    {
        var compilation = ServiceCompilation.Create(ModelA, ModelB);
        var edited = compilation.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated;", ServiceCompilation.ParseOptions));
        return (GeneratorRun.Start(compilation).Next(edited), new(compilation));
    }
}
