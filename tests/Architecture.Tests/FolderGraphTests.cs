namespace Pipeline.Architecture.Tests;

/// <summary>The measuring itself: a cycle is found wherever it hides.</summary>
public class FolderGraphTests
{
    [TestCase("class A { B b; }", "class B { A a; }", TestName = "fields")]
    [TestCase("class A { object b = new B(); }", "class B { A a = new(); }", TestName = "objects created")]
    [TestCase(
        "static class A { public static int X(this B b) => 0; }",
        "class B { int y = new B().X(); }",
        TestName = "an extension called")]
    public void Cycle_OfTwoFolders_IsFound(string one, string two)
    {
        var graph = Graph(depth: 2, ("P/One/A.cs", one), ("P/Two/B.cs", two));

        Assert.That(graph.Cycles(), Is.Not.Empty);
    }

    [Test]
    public void Cycle_BelowTheFolders_IsFoundAtItsDepth()
    {
        (string, string)[] files = [("P/One/In/A.cs", "class A { B b; }"), ("P/One/Out/B.cs", "class B { A a; }")];

        Assert.That(Graph(depth: 2, files).Cycles(), Is.Empty);
        Assert.That(Graph(depth: 3, files).Cycles(), Has.Count.EqualTo(2));
    }

    [Test]
    public void Cycle_OfThree_NamesTheEdgesOfFewestReferencesFirst()
    {
        var graph = Graph(
            depth: 2,
            ("P/One/A.cs", "class A { B b; B c; B d; }"),
            ("P/Two/B.cs", "class B { C c; C d; }"),
            ("P/Three/C.cs", "class C { A a; }"),
            ("P/Four/D.cs", "class D { A a; }"));

        Assert.That(
            graph.Cycles().Select(static edge => edge.Split(':')[0]),
            Is.EqualTo(new[] { "P/Three -> P/One", "P/Two -> P/Three", "P/One -> P/Two" }));
    }

    [TestCase("class B { /* A */ string a = nameof(B); }")]
    [TestCase("/// <summary><see cref=\"A\"/></summary>\nclass B { }")]
    [TestCase("class B { A2 a; class A2 { } }")]
    public void Folders_OfWhichOneKnowsTheOther_FormNoCycle(string two) =>
        Assert.That(Graph(depth: 2, ("P/One/A.cs", "class A { B b; }"), ("P/Two/B.cs", two)).Cycles(), Is.Empty);

    private static FolderGraph Graph(int depth, params (string Path, string Text)[] files) =>
        new(ReferenceReader.Read(SourceCompilation.Create(files)), depth);
}
