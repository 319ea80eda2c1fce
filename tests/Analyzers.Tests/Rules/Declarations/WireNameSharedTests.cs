using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Declarations.WireNameSharedAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class WireNameSharedTests
{
    [TestCase("[Api] public int Get(int a) => a; [Api] public int Get(string a) => 1;")]
    [TestCase("[Api] public int Get(int a) => a; [Api] public Task<int> GetAsync(string a) => null!;")]
    [TestCase("[Api(Name = \"Get\")] public int Take(int a) => a; [Api] public int Get(string a) => 1;")]
    public Task Overloads_OfARemoteService_AreReported(string apis) =>
        Verifier.VerifyAsync(Reached(apis, "[{|PIPE116:Depends(Url = \"http://s\")|}]"));

    [TestCase("[Api] public int Get(int a) => a; [Api] public int Get(string a) => 1;", "")]
    [TestCase(
        "[Api] public int Get(int a) => a; [Api(Name = \"GetByName\")] public int Get(string a) => 1;",
        "[Depends(Url = \"http://s\")]")]
    [TestCase("[Api] public int Get(int a) => a; public int Get(string a) => 1;", "[Depends(Url = \"http://s\")]")]
    public Task Apis_ThatCanBeToldApart_AreSilent(string apis, string attribute) => Verifier.VerifyAsync(Reached(apis, attribute));

    [Test]
    public Task Message_SaysWhatToDo() => Verifier.VerifyAsync(
        Reached("[Api] public int Get(int a) => a; [Api] public int Get(string a) => 1;", "[{|#0:Depends(Url = \"http://s\")|}]"),
        new DiagnosticResult("PIPE116", DiagnosticSeverity.Error).WithLocation(0).WithMessage(
            "'S' has 2 APIs called 'Get', which callers in other processes cannot tell apart: give each a name, [Api(Name = \"…\")]"));

    private static string Reached(string apis, string attribute) => $$"""
        [Service] public partial class S { {{apis}} }
        [Service] public partial class U({{attribute}} S.Proxy s) { [Api] public int Get() => s.GetHashCode(); }
        """;
}
