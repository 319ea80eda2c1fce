namespace Pipeline.Generators.Tests;

public sealed class HintNameTests
{
    [Test]
    public void HintName_OneSimpleNameInSeveralScopes_IsItsFullName()
    {
        var run = GeneratorVerifier.Run("""
            using Pipeline;
            [Service] public partial class Model { [Api] public int Run() => 1; }
            namespace A { [Service] public partial class Model { [Api] public int Run() => 1; } }
            namespace B
            {
                [Service] public partial class Model
                {
                    [Api] public int Run() => 1;
                    [Service] public partial class Inner(Model.Proxy outer, A.Model.Proxy other, global::Model.Proxy third)
                    {
                        [Api] public int Run() => outer.Run() + other.Run() + third.Run();
                    }
                }
            }
            """);

        Assert.That(run.Sources.Select(source => source.HintName), Is.EquivalentTo(["Model.g.cs", "A.Model.g.cs", "B.Model.g.cs", "B.Model+Inner.g.cs"]));
    }

    [Test]
    public void HintName_DifferingInCaseOnly_IsMadeUnique()
    {
        const string Source = """
            using Pipeline;
            namespace Demo
            {
                [Service] public partial class Model { [Api] public int Run() => 1; }
                [Service] public partial class MODEL(Model.Proxy other) { [Api] public int Run() => other.Run(); }
                [Service] public partial class Other { [Api] public int Run() => 1; }
            }
            """;
        string[] names = [.. GeneratorVerifier.Run(Source).Sources.Select(source => source.HintName)];

        Assert.That(names, Has.Length.EqualTo(3));
        Assert.That(names, Is.Unique.Using((IEqualityComparer<string>)StringComparer.OrdinalIgnoreCase));
        Assert.That(names, Does.Contain("Demo.Other.g.cs"));
        Assert.That(GeneratorVerifier.Run(Source).Sources.Select(source => source.HintName), Is.EqualTo(names));
    }

    [Test]
    public void HintName_LongerThanAFileNameMayBe_IsShortAndStaysUnique()
    {
        string scope = string.Join('.', Enumerable.Repeat("größe", 40));
        string name = new('a', 200);
        var run = GeneratorVerifier.Run($$"""
            using Pipeline;
            namespace {{scope}}
            {
                [Service] public partial class {{name}}1 { [Api] public int Run() => 1; }
                [Service] public partial class {{name}}2({{name}}1.Proxy other) { [Api] public int Run() => other.Run(); }
            }
            """);
        string[] names = [.. run.Sources.Select(source => source.HintName)];

        Assert.That(names, Is.Unique);
        Assert.That(names.Select(System.Text.Encoding.UTF8.GetByteCount), Is.All.LessThan(255));
    }
}
