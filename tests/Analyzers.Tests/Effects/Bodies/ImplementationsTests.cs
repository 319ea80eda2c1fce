using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Analyzers.Effects.Bodies;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

public class ImplementationsTests
{
    [TestCase("interface I { void M(); } class C : I { public void M() { } }", "I.M", "C.M")]
    [TestCase("interface I { void M(); } class C : I { void I.M() { } }", "I.M", "C.I.M")]
    [TestCase("interface I { void M(); } class B { public void M() { } } class C : B, I;", "I.M", "B.M")]
    [TestCase("interface I { void M(); } partial class C { public void M() { } } partial class C : I;", "I.M", "C.M")]
    [TestCase(
        "interface I<T> { void M(T x); } struct C : I<int>, I<string> { public void M(int x) { } public void M(string x) { } }",
        "I.M",
        "C.M, C.M")]
    [TestCase("interface I { void M(); } class O { class C : I { public void M() { } } }", "I.M", "O.C.M")]
    [TestCase("interface I { int P { get; } } class C : I { public int P => 1; }", "I.get_P", "C.get_P")]
    [TestCase("interface I { void M(); } interface J : I; class C : J { public void M() { } }", "I.M", "C.M")]
    [TestCase(
        "interface I { void M(); } abstract class C : I { public abstract void M(); } class D : C { public override void M() { } }",
        "I.M",
        "D.M")]
    [TestCase(
        "interface I { void M(); } class C : I { public virtual void M() { } } class D : C { public override void M() { } }",
        "I.M",
        "C.M, D.M")]
    [TestCase("class B { public virtual void M() { } } class C : B { public override void M() { } }", "B.M", "B.M, C.M")]
    [TestCase(
        "abstract class B { public abstract void M(); } class C : B { public override void M() { } } "
        + "class D : C { public override void M() { } }",
        "B.M",
        "C.M, D.M")]
    [TestCase(
        "class B { public virtual int this[int i] => i; } class C : B { public override int this[int i] => 1; }",
        "B.get_Item",
        "B.get_Item, C.get_Item")]
    [TestCase(
        "abstract class B { public abstract event System.Action E; } "
        + "class C : B { public override event System.Action E { add { } remove { } } }",
        "B.add_E",
        "C.add_E")]
    [TestCase("class B<T> { public virtual void M(T x) { } } class C : B<int> { public override void M(int x) { } }", "B.M", "B<T>.M, C.M")]
    [TestCase("class B { public virtual void M() { } } class C : B { public new void M() { } }", "B.M", "B.M")]
    public void Bodies_OfAMember_AreFound(string source, string member, string bodies) =>
        Assert.That(Bodies(source, member), Is.EqualTo(bodies));

    [Test]
    public void Bodies_OfAFrameworksMember_AreFound()
    {
        const string Source = """
            record R(int X) { public virtual bool Equals(R? other) => true; public override int GetHashCode() => 1; }
            class C { public override string ToString() => ""; }
            """;
        var compilation = Compile(Source);
        var found = new Implementations(compilation).OfValues
            .SelectMany(new Implementations(compilation).Of).Select(Name).Distinct().Order(StringComparer.Ordinal);

        Assert.That(found, Is.EqualTo(new[] { "C.ToString", "R.Equals", "R.GetHashCode" }));
    }

    private static string Bodies(string source, string member)
    {
        var compilation = Compile(source);
        string[] names = member.Split('.');
        var method = compilation.GetSymbolsWithName(names[0], SymbolFilter.Type).OfType<INamedTypeSymbol>().Single()
            .GetMembers(names[1]).OfType<IMethodSymbol>().Single();
        return string.Join(", ", new Implementations(compilation).Of(method).Select(Name));
    }

    private static string Name(IMethodSymbol method) => $"{method.ContainingType.ToDisplayString()}.{method.Name}";

    private static CSharpCompilation Compile(string source) => CSharpCompilation.Create(
        "Test", [CSharpSyntaxTree.ParseText(source)], [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);
}
