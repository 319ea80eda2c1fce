using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Symbols;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Symbols;

public class ServicePresenceTests
{
    private const string Service = "[Service] public partial class Model { [Api] public int Get(int x) => x; }";

    [Test]
    public void Compilation_WithAServiceOfItsOwn_HasServices() => Assert.That(Compile(Service).WithProxies().HasServices(), Is.True);

    [Test]
    public void Compilation_ThatReferencesAService_HasServices() =>
        Assert.That(Compile("public class Caller;").AddReferences(ServiceLibrary.Compile(Service)).HasServices(), Is.True);

    [TestCase("public class Caller;")]
    [TestCase("public class Model { public int Proxying; public int Proxy() => 1; }")]
    public void Compilation_ThatOnlyKnowsTheRuntime_HasNone(string source) => Assert.That(Compile(source).HasServices(), Is.False);

    private static CSharpCompilation Compile(string source) => ServiceCompilation.Create("global using Pipeline;", source);
}
