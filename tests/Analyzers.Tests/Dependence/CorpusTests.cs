using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Dependence;
using Pipeline.Analyzers.Dependence.Calls;
using Pipeline.Analyzers.Dependence.Groups;
using Pipeline.Analyzers.Dependence.Loops;
using Pipeline.Analyzers.Dependence.Order;
using Pipeline.Analyzers.Dependence.Tracing;
using Pipeline.Analyzers.Effects;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Dependence;

/// <summary>Bodies labelled by hand: what may overlap, what must not, and which condition says so.</summary>
public class CorpusTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Dependence", "Corpus");

    private static readonly CSharpCompilation Compilation = ServiceCompilation
        .Create(Sources(Folder))
        .AddReferences(Reference(ServiceCompilation.Create(Sources(Path.Combine(Folder, "Library"))).WithAssemblyName("Library").WithProxies()))
        .WithProxies();

    private static readonly EffectClassifier Effects = new(Compilation, new AnalyzerOptions([]).AnalyzerConfigOptionsProvider);

    private static readonly ConcurrentDictionary<SyntaxTree, SemanticModel> Models = new();

    private static IEnumerable<TestCaseData> Overlapping => Labelled("Overlap");

    private static IEnumerable<TestCaseData> Ordered => Labelled("Ordered");

    private static IEnumerable<TestCaseData> OverlappingLoops => Labelled("Loop");

    private static IEnumerable<TestCaseData> OrderedLoops => Labelled("OrderedLoop");

    [Test]
    public void Corpus_Compiles() =>
        Assert.That(Compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error), Is.Empty);

    [TestCaseSource(nameof(Overlapping))]
    public void Calls_ThatCouldOverlap_AreFound(SyntaxNode body, string expected)
    {
        var traces = Trace(body);
        var gains = traces.SelectMany(static trace => GroupFinder.Find(trace)).Select(static group => $"{group.SequentialCalls}->{group.CriticalPathLength}");

        Assert.That(string.Join(", ", gains), Is.EqualTo(expected), () => string.Join("\n", OrderExplanation.Of(traces)));
    }

    [TestCaseSource(nameof(Ordered))]
    public void Calls_ThatMustStayInOrder_StaySoForTheReasonGiven(SyntaxNode body, string expected)
    {
        var traces = Trace(body);

        Assert.That(traces.SelectMany(static trace => GroupFinder.Find(trace)), Is.Empty);
        Assert.That(OrderExplanation.Of(traces).Select(static pair => pair.Reason.Condition.ToString()), Does.Contain(expected));
    }

    [TestCaseSource(nameof(OverlappingLoops))]
    public void Iterations_ThatCouldOverlap_AreFound(SyntaxNode body, string expected)
    {
        var verdicts = Verdicts(body);

        Assert.That(
            string.Join(", ", verdicts.Select(static verdict => verdict.Loop?.Place.Kind)),
            Is.EqualTo(expected),
            () => string.Join("\n", verdicts.Select(static verdict => verdict.Reason)));
    }

    [TestCaseSource(nameof(OrderedLoops))]
    public void Iterations_ThatMustStayInOrder_StaySoForTheReasonGiven(SyntaxNode body, string expected) =>
        Assert.That(string.Join(", ", Verdicts(body).Select(static verdict => verdict.Reason?.Condition)), Is.EqualTo(expected));

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(File.ReadAllText);

    private static PortableExecutableReference Reference(CSharpCompilation library)
    {
        using var image = new MemoryStream();
        var result = library.Emit(image);
        Assert.That(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static LoopVerdict[] Verdicts(SyntaxNode body)
    {
        var context = Analysis().Look(Operation(body), Model(body))!;
        return [.. context.Loops.Select(loop => LoopFinder.Judge(loop, context, default))];
    }

    private static IReadOnlyList<CallTrace> Trace(SyntaxNode body) => Analysis().Trace(Operation(body), Model(body), default);

    private static DependenceAnalysis Analysis() => new(new(Effects, CallViews.Async));

    private static SemanticModel Model(SyntaxNode body) =>
        Models.GetOrAdd(body.SyntaxTree, static tree => Compilation.GetSemanticModel(tree));

    private static IOperation Operation(SyntaxNode body) => Model(body).GetOperation(body)!;

    private static IEnumerable<TestCaseData> Labelled(string label) =>
        from tree in Compilation.SyntaxTrees
        from attribute in tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString() == label
        let member = (MemberDeclarationSyntax)attribute.Parent!.Parent!
        let expected = ((LiteralExpressionSyntax)attribute.ArgumentList!.Arguments[0].Expression).Token.ValueText
        select new TestCaseData(Body(member), expected).SetArgDisplayNames(Name(member));

    private static SyntaxNode Body(MemberDeclarationSyntax member) => member switch
    {
        PropertyDeclarationSyntax { AccessorList: { } accessors } => accessors.Accessors[0],
        _ => member,
    };

    private static string Name(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText,
        PropertyDeclarationSyntax property => property.Identifier.ValueText,
        _ => member.ToString(),
    };
}
