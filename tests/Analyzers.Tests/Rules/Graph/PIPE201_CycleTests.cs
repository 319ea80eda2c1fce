using Microsoft.CodeAnalysis.Testing;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Graph.CycleAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Graph;

public class CycleAnalyzerTests
{
    private const string Api = "[Api] public int Get() => 1;";

    [Test]
    public Task Cycle_OfThree_IsReportedAtEachDependencyWithTheWholePath() => Verifier.VerifyAsync(
        $$"""
        [Service] public partial class A({|#0:B.Proxy|} b) { {{Api}} }
        [Service] public partial class B({|#1:C.Proxy|} c) { {{Api}} }
        [Service] public partial class C { [Depends] public partial {|#2:A.Proxy|} A { get; init; } {{Api}} }
        [Service] public partial class Root(A.Proxy a, B.Proxy b) { {{Api}} }
        """,
        Expected(0, "A → B → C → A"),
        Expected(1, "B → C → A → B"),
        Expected(2, "C → A → B → C"));

    [TestCase($"[Service] public partial class A({{|PIPE201:A.Proxy|}} self) {{ {Api} }}")]
    [TestCase($"[Service] public partial class A({{|PIPE201:B.Proxy|}} b) {{ {Api} }} [Service] public partial class B({{|PIPE201:A.Proxy|}} a) {{ {Api} }}")]
    [TestCase($"[Service] public partial class A({{|PIPE201:B.Proxy?|}} b = null) {{ {Api} }} [Service] public partial class B({{|PIPE201:A.Proxy|}} a) {{ {Api} }}")]
    [TestCase($"namespace N {{ [Service] public partial class A({{|PIPE201:M.A.Proxy|}} b) {{ {Api} }} }} namespace M {{ [Service] public partial class A({{|PIPE201:N.A.Proxy|}} a) {{ {Api} }} }}")]
    public Task Cycle_OfAnyLength_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase($"[Service] public partial class A(B.Proxy b, C.Proxy c) {{ {Api} }} [Service] public partial class B(C.Proxy c) {{ {Api} }} [Service] public partial class C {{ {Api} }}")]
    [TestCase($"[Service] public partial class A(B.Proxy b) {{ {Api} }} [Service] public partial class B([Depends(Url = \"http://a\")] A.Proxy a) {{ {Api} }}", Description = "the other side runs elsewhere")]
    [TestCase($"[Service] public partial class A(IServiceProvider services) {{ {Api} }}")]
    public Task Graph_WithoutACycle_IsSilent(string source) => Verifier.VerifyAsync(source);

    private static DiagnosticResult Expected(int location, string path) => DiagnosticResult.CompilerError("PIPE201").WithLocation(location)
        .WithMessage($"This dependency closes a cycle in which no service can start first: {path}");
}
