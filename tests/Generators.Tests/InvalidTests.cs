using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests;

/// <summary>What cannot work is left out, and nothing else.</summary>
public sealed class InvalidTests
{
    [Test]
    public void InvalidApis() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        public interface IRun { void Run(); }

        [Service]
        public partial class Model : IRun
        {
            [Api] public int Good(int x) => x;
            [Api] public int Ref(ref int x) => x;
            [Api] public int Spans(Span<int> x) => 0;
            [Api] public Span<int> Spans() => default;
            [Api] public T Generic<T>(T x) => x;
            [Api] public static int Static() => 1;
            [Api] public int TwoTokens(CancellationToken a, CancellationToken b) => 1;
            [Api] private int LessVisible(Secret x) => 1;
            [Api] public int GoodAsync(int x) => x;
            [Api] public int Token(string x) => 1;
            [Api] public int Token(string x, CancellationToken ct) => 1;
            [Api] public int GetTypeAsync() => 1;
            [Api] public int To() => 1;
            [Api] void IRun.Run() { }
            [Api] public async void Forget() => await Task.Yield();
            [Api] public int Proxies(Model.Proxy[] x) => 1;
            [Api] public int this[int x] { [Api] get => x; }
            private class Secret;
        }
        """.Replace("    [Api] public int this[int x]", "    public int this[int x]", StringComparison.Ordinal));

    [Test]
    public void InvalidServices() => GeneratorVerifier.Verify("""
        using Pipeline;
        namespace Demo;

        [Service] public abstract partial class Abstract { [Api] public int Run() => 1; }
        [Service] public static partial class Static;
        [Service] public partial record Record(int X) { [Api] public int Run() => 1; }
        [Service] public partial class Generic<T> { [Api] public T? Run() => default; }
        [Service] public partial class Ambiguous { public Ambiguous(int x) { } public Ambiguous(string x) { } [Api] public int Run() => 1; }
        [Service] public partial class Taken { public int Proxy; [Api] public int Run() => 1; }
        [Service] file partial class Local { [Api] public int Run() => 1; }
        public partial class Outer<T> { [Service] public partial class Inner { [Api] public T? Run() => default; } }

        [Service] public partial class Uses(Abstract.Proxy a, Record.Proxy b, Generic<int>.Proxy c, Ambiguous.Proxy d, Outer<int>.Inner.Proxy e, Static.Proxy f)
        {
            [Api] public int Run() => a.Run() + b.Run() + c.Run() + d.Run() + e.Run() + f.GetHashCode();
        }
        """);

    [TestCase("[Service] public class Model { [Depends] public partial Model.Proxy Other { get; init; } [Api] public int Run() => 1; }")]
    [TestCase(
        "public class Around { [Service] public partial class Inner { [Api] public int Run() => 1; } } [Service] public class Model { "
        + "[Api] public int Run() => 1; }")]
    public void Service_ThatIsNotPartial_HasItsProxySoThatOnlyTheClassIsWrong(string source)
    {
        var run = GeneratorRun.Start(ServiceCompilation.Create($$"""
            using Pipeline;
            {{source}}
            [Service] public partial class Uses(Model.Proxy model) { [Api] public async Task<int> RunAsync() => model.Run() + await model.ToAsync.Run(); }
            """));

        Assert.That(Errors(run).Select(error => error.Id).Distinct(), Is.SubsetOf(["CS0260", "CS0751"]));
        Assert.That(Errors(run).Select(error => error.Location.SourceTree!.FilePath), Has.None.EndsWith(".g.cs"));
    }

    [Test]
    public void Project_InALanguageThatIsTooOld_GetsOneErrorThatSaysSo()
    {
        var run = Compiled(LanguageVersion.CSharp11, "using Pipeline; [Service] public partial class A { [Api] public int Run() => 1; } [Service] public partial class B { [Api] public int Run() => 1; }");

        // The compiler stops after errors of syntax: these are all that a build shows.
        var errors = run.Output.GetParseDiagnostics().Select(error => error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.That(errors, Is.EqualTo(["#error: 'The proxies of this project's services are written in C# 12.0; the project is compiled as C# 11.0: set <LangVersion>12.0</LangVersion> in the project file, or a later version'"]));
        Assert.That(run.Sources.Count(), Is.EqualTo(1));
    }

    [TestCase(LanguageVersion.CSharp12, "[Service] public partial class A { [Api] public int Run() => 1; }")]
    [TestCase(
        LanguageVersion.CSharp14,
        "[Service] public partial class A { [Api] public int Run() => 1; [Depends] public partial A.Proxy Other { get; init; } }")]
    [TestCase(LanguageVersion.CSharp7_3, "public class A { }")]
    public void Project_InALanguageThatIsNewEnough_GetsNoError(LanguageVersion version, string source)
    {
        var run = Compiled(version, "using Pipeline;\n" + source);

        Assert.That(run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error && run.IsGenerated(diagnostic)), Is.Empty);
        Assert.That(run.Sources.Select(file => file.HintName), Has.None.Contain("LanguageVersion"));
    }

    [Test]
    public void Property_InALanguageWithoutField_GetsOneErrorThatSaysSo() => Assert.That(
        Compiled(LanguageVersion.CSharp13, "using Pipeline; [Service] public partial class A { [Api] public int Run() => 1; [Depends] public partial A.Proxy Other { get; init; } }")
            .Output.GetParseDiagnostics().Single().GetMessage(System.Globalization.CultureInfo.InvariantCulture),
        Does.Contain("C# 14.0").And.Contain("C# 13.0"));

    [Test]
    public void Type_KnownUnderAnAliasOnly_IsLeftOut()
    {
        var library = GeneratorRun.Start(ServiceCompilation.Create("""
            using Pipeline;
            namespace Library;
            public class Row;
            [Service] public partial class Model { [Api] public int Run() => 1; }
            """)).Output.WithAssemblyName("Library");
        var run = GeneratorRun.Start(ServiceCompilation.Create("""
            extern alias lib;
            using Pipeline;
            [Service] public partial class Uses(lib::Library.Model.Proxy model)
            {
                [Api] public int Run() => model.Run();
                [Api] public void Accept(List<lib::Library.Row> rows) { }
                [Api] public lib::Library.Row? Give() => null;
            }
            """).AddReferences(library.ToMetadataReference(aliases: ["lib"])));

        Assert.That(Errors(run).Where(run.IsGenerated), Is.Empty);
        string text = run.Sources.Single().Text;
        Assert.That(text, Does.Contain("int Run(").And.Not.Contain("Library"));
    }

    [TestCase("[Service] public partial class X { [Api] public Missing Run() => null; [Api] public int Good() => 1; }")]
    [TestCase(
        "[Service] public partial class X(Missing a, Missing.Proxy b, string.Proxy c, NotOne.Proxy d) { [Api] public int Good() => 1; "
        + "} class NotOne;")]
    [TestCase("[Service] public partial class X : Missing { [Api] public int Good() => 1; }")]
    [TestCase("[Service] public partial class X : X { [Api] public int Good() => 1; }")]
    [TestCase(
        "[Service] public partial class X { [Api] public int Good() => 1; [Depends] public partial Missing.Proxy P { get; init; } "
        + "[Depends] public partial string Q { get; init; } }")]
    [TestCase(
        "[Service] public partial class X { [Api] public int Good() => 1; [Api] public int Good() => 2; [Api] public int Twice(int a, "
        + "int a) => 1; }")]
    [TestCase(
        "[Service] public partial class X { [Api] public int Good() => 1; } [Service] public partial class X { } [Service] partial "
        + "record X { }")]
    [TestCase(
        "[Service] public partial struct S { [Api] public int Run() => 1; } [Service] public partial class X { [Api] public int Good() "
        + "=> 1; } [Service] partial interface I { }")]
    [TestCase(
        "[Service] public partial class X { [Api] public int Good() => 1; public partial class Proxy { } } [Service] public partial "
        + "class X { [Api] public int Good() => 1; }")]
    public void Source_WithErrors_GetsNoErrorsMoreInGeneratedFiles(string source)
    {
        var run = GeneratorRun.Start(ServiceCompilation.Create("using Pipeline;\n" + source));

        Assert.That(run.Result.Exception, Is.Null);
        Assert.That(Errors(run).Where(run.IsGenerated), Is.Empty);
    }

    private static IEnumerable<Diagnostic> Errors(GeneratorRun run) =>
        run.Output.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);

    private static GeneratorRun Compiled(LanguageVersion version, string source)
    {
        var options = ServiceCompilation.ParseOptions.WithLanguageVersion(version);
        var compilation = ServiceCompilation.Create();
        return GeneratorRun.Start(
            CSharpCompilation.Create("Tests", [CSharpSyntaxTree.ParseText(source, options)], compilation.References, compilation.Options), options);
    }
}
