using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Declarations;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

/// <summary>Types of an assembly that is referenced under an alias only: generated code cannot name them.</summary>
public class ExternAliasTests
{
    [TestCase(
        "[Service] public partial class S(lib::Library.Model.Proxy model) { [Api] public int Get() => model.Predict(1); }",
        "PIPE106: Write the type of dependency 'model' as 'Model.Proxy' without an extern alias, which generated code cannot "
        + "name: add 'global' to the aliases of its assembly")]
    [TestCase(
        "[Service] public partial class S { [Api] public void Accept(List<lib::Library.Row> rows) { } [Api] public int Get() => 1; }",
        "PIPE102: Parameter 'rows' of 'Accept' cannot cross a service call: 'List<Row>' is known under an extern alias only, which generated "
        + "code cannot name; add 'global' to the aliases of its assembly")]
    public async Task Type_KnownUnderAnAliasOnly_IsReportedWithWhatToDo(string source, string expected)
    {
        var library = ServiceLibrary
            .Compile("namespace Library; public class Row; [Service] public partial class Model { [Api] public int Predict(int x) => x; }")
            .WithAliases(["lib"]);
        var compilation = ServiceCompilation.Create($"extern alias lib; using Pipeline; {source}").AddReferences(library).WithProxies();

        var diagnostics = await compilation.WithAnalyzers([new ServiceDeclarationAnalyzer()]).GetAnalyzerDiagnosticsAsync();

        Assert.That(diagnostics.Select(static diagnostic => $"{diagnostic.Id}: {diagnostic.GetMessage(null)}"), Is.EqualTo([expected]));
    }
}
