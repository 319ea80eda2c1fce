using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Symbols;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Symbols;

public class KnownSymbolsTests
{
    private const string Service = "[Service] public partial class Model { [Api] public int Get(int x) => x; }";

    [Test]
    public void Compilation_WithAServiceOfItsOwn_HasServices() =>
        Assert.That(KnownSymbols.Of(Compile(Service).WithProxies()).HasServices, Is.True);

    [Test]
    public void Compilation_ThatReferencesAService_HasServices() =>
        Assert.That(KnownSymbols.Of(Compile("public class Caller;").AddReferences(ServiceLibrary.Compile(Service))).HasServices, Is.True);

    [TestCase("public class Caller;")]
    [TestCase("public class Model { public int Proxying; public int Proxy() => 1; }")]
    public void Compilation_ThatOnlyKnowsTheRuntime_HasNone(string source) =>
        Assert.That(KnownSymbols.Of(Compile(source)).HasServices, Is.False);

    [Test]
    public void Compilation_AskedTwice_ResolvesOnce()
    {
        var compilation = Compile(Service);
        var first = KnownSymbols.Of(compilation);
        var second = KnownSymbols.Of(compilation);

        Assert.That(second, Is.SameAs(first));
        Assert.That(first.ApiAttribute?.Name, Is.EqualTo(nameof(ApiAttribute)));
    }

    private static CSharpCompilation Compile(string source) => ServiceCompilation.Create("global using Pipeline;", source);
}
