using Microsoft.CodeAnalysis.Testing;
using Pipeline.Analyzers.Rules.Graph;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Graph.DuplicateServiceNameAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Graph;

public class DuplicateServiceNameAnalyzerTests
{
    private const string Api = "[Api] public int Get() => 1;";
    private const string Namesakes = $$"""
        namespace One { [Service] public partial class Model { {{Api}} } }
        namespace Two { [Service] public partial class Model { {{Api}} } }
        namespace Three { [Service(Name = "Third")] public partial class Model { {{Api}} } }

        """;

    [TestCase("[Service] public partial class Root(One.Model.Proxy one, {|PIPE202:Two.Model.Proxy|} two) { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class Model({|PIPE202:One.Model.Proxy|} one) { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service(Name = \"Third\")] public partial class Root({|PIPE202:Three.Model.Proxy|} three) { [Api] public int Get() => 1; }")]
    public Task Namesakes_InOneGraph_AreReported(string root) => Verifier.VerifyAsync(Namesakes + root);

    [Test]
    public Task Namesakes_FarApart_AreReportedOnceWhereTheyComeTogether() => Verifier.VerifyAsync(
        $$"""
        {{Namesakes}}
        [Service] public partial class First(One.Model.Proxy one) { {{Api}} }
        [Service] public partial class Second(Two.Model.Proxy two) { {{Api}} }
        [Service] public partial class Middle(First.Proxy first, {|#0:Second.Proxy|} second) { {{Api}} }
        [Service] public partial class Top(Middle.Proxy middle, One.Model.Proxy one, Two.Model.Proxy two) { {{Api}} }
        """,
        DiagnosticResult.CompilerError("PIPE202").WithLocation(0).WithMessage(
            "This dependency brings a second 'Model' into the graph of 'Middle': 'Two.Model' beside 'One.Model'; give one a name with [Service(Name = \"...\")]"));

    [TestCase("[Service] public partial class Root(One.Model.Proxy one, Three.Model.Proxy three) { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class Root(One.Model.Proxy one, One.Model.Proxy again) { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class Left(One.Model.Proxy one) { [Api] public int Get() => 1; } [Service] public partial class "
        + "Right(Two.Model.Proxy two) { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class Root(One.Model.Proxy one, [Depends(Url = \"http://two\")] Two.Model.Proxy two) { [Api] public "
        + "int Get() => 1; }")]
    public Task Namesakes_InDifferentGraphs_AreSilent(string source) => Verifier.VerifyAsync(Namesakes + source);

    [Test]
    public async Task Namesake_InAnotherAssembly_IsReported()
    {
        var test = new ServiceAnalyzerTest<DuplicateServiceNameAnalyzer>($$"""
            namespace One { [Service] public partial class Model { {{Api}} } }
            [Service] public partial class Root(Library.Facade.Proxy facade, {|PIPE202:One.Model.Proxy|} one) { {{Api}} }
            """);
        test.TestState.AdditionalReferences.Add(ServiceLibrary.Compile($$"""
            namespace Library;
            [Service] public partial class Model { {{Api}} }
            [Service] public partial class Facade { [Depends] public partial Model.Proxy Model { get; init; } {{Api}} }
            """));
        await test.RunAsync();
    }
}
