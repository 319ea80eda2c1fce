using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

/// <summary>The generator runs at every keystroke: what is in a body is none of its business.</summary>
[NonParallelizable]
public sealed class BodyTests
{
    /// <summary>To choose between two overloads the compiler binds the lambda for each, and so at every level: 2^depth times in all.</summary>
    private const int Depth = 11;

    private static string Bomb => string.Concat(Enumerable.Range(0, Depth).Select(level => $"Choose(x{level} => ")) + "0" + new string(')', Depth);

    private static string Source => $$"""
        using Pipeline;
        namespace Demo;
        public class Base(int x)
        {
            public int Value => x;
            public static int Choose(Func<int, int> choice) => choice(0);
            public static int Choose(Func<string, int> choice) => choice("");
            [Api] public virtual int Inherited() => {{Bomb}};
        }
        [Service] public partial class Model : Base
        {
            private readonly int _field = {{Bomb}};
            public Model() : base({{Bomb}}) { _ = {{Bomb}}; }
            public int Property { get => {{Bomb}}; } = {{Bomb}};
            [Api] public int Run(int x) => {{Bomb}};
            [Api] public async Task<int> RunAsync(string text, CancellationToken ct) { await Task.Yield(); return {{Bomb}}; }
            [OnStartup] void Begin() { _ = {{Bomb}}; }
        }
        [Service] public partial class Uses(Model.Proxy model) : Base({{Bomb}}) { [Api] public int Run() => model.Run({{Bomb}}); }
        """;

    [Test]
    public void Generator_FirstRunAndEdits_BindsNoBody()
    {
        var compilation = ServiceCompilation.Create(Source);
        long oneBody = Allocated(() =>
        {
            var tree = compilation.SyntaxTrees.Single(tree => tree.ToString() == Source);
            var body = tree.GetRoot().DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.ArrowExpressionClauseSyntax>().Last();
            compilation.Clone().GetSemanticModel(tree).GetOperation(body.Expression);
        });

        GeneratorRun run = null!;
        long first = Allocated(() => run = GeneratorRun.Start(compilation));
        long edits = Allocated(() =>
        {
            run = run.Next(Replace(compilation, "_ = ", "_ = 1 + "));
            run = run.Next(Replace(compilation, "int x)", "long x)"));
        });

        Assert.That(run.Sources.Count(), Is.EqualTo(2));
        Assert.That(first, Is.LessThan(oneBody / 2));
        Assert.That(edits, Is.LessThan(oneBody / 2));
    }

    /// <summary>The compiler looks through bodies for a primary constructor's parameters, and for <c>yield</c>, although it binds none.</summary>
    [Test]
    public void Generator_EditOfADeclaration_CostsTheSameHoweverLongTheBodies()
    {
        long shortOnes = OfAnEdit(statements: 1);
        long longOnes = OfAnEdit(statements: 2_000);

        Assert.That(longOnes, Is.LessThan(shortOnes * 3 / 2));

        static long OfAnEdit(int statements)
        {
            string body = string.Concat(Enumerable.Repeat("{ int other = x; x = other + 1; } ", statements));
            var compilation = ServiceCompilation.Create(
                "using Pipeline; [Service] public partial class Other { [Api] public int Run(int x) => x; }",
                $"using Pipeline; [Service] public partial class Model(Other.Proxy other) {{ [Api] public int Run(int x) {{ {body} return x; }} }}");
            var run = GeneratorRun.Start(compilation).Next(compilation.AddSyntaxTrees(Unrelated("class One;")));
            var edited = compilation.AddSyntaxTrees(Unrelated("class Two;"));
            return Allocated(() => run = run.Next(edited));
        }

        static SyntaxTree Unrelated(string source) => CSharpSyntaxTree.ParseText(source, ServiceCompilation.ParseOptions);
    }

    [Test]
    public void Generator_Assembly_RefersToNothingThatBindsBodies()
    {
        using var file = File.OpenRead(typeof(ServiceProxyGenerator).Assembly.Location);
        using var image = new PEReader(file);
        var metadata = image.GetMetadataReader();
        var members = metadata.MemberReferences.Select(handle => metadata.GetString(metadata.GetMemberReference(handle).Name)).ToHashSet();
        var namespaces = metadata.TypeReferences.Select(handle => metadata.GetString(metadata.GetTypeReference(handle).Namespace)).ToHashSet();

        Assert.That(members, Does.Contain(nameof(ISymbol.GetAttributes)), "The reader must find what is there.");
        Assert.That(members, Has.None.AnyOf(
            "GetOperation",
            "AnalyzeDataFlow",
            "AnalyzeControlFlow",
            "GetSpeculativeSymbolInfo",
            "GetDiagnostics",
            "GetMethodBodyDiagnostics"));
        Assert.That(namespaces, Has.None.EqualTo("Microsoft.CodeAnalysis.Operations").And.None.EqualTo("Microsoft.CodeAnalysis.FlowAnalysis"));
    }

    private static CSharpCompilation Replace(CSharpCompilation compilation, string before, string after) =>
        compilation.SyntaxTrees.Where(tree => tree.ToString() == Source).Aggregate(compilation, (edited, tree) => edited.ReplaceSyntaxTree(
            tree, tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(Source.Replace(before, after, StringComparison.Ordinal)))));

    /// <summary>A count, unlike time: bytes do not depend on what else the machine does.</summary>
    private static long Allocated(Action work)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
