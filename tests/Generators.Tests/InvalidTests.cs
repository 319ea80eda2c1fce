using Microsoft.CodeAnalysis;
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
        [Service] public class NotPartial { [Api] public int Run() => 1; }
        [Service] public partial class Ambiguous { public Ambiguous(int x) { } public Ambiguous(string x) { } [Api] public int Run() => 1; }
        [Service] public partial class Taken { public int Proxy; [Api] public int Run() => 1; }
        [Service] file partial class Local { [Api] public int Run() => 1; }
        public partial class Outer<T> { [Service] public partial class Inner { [Api] public T? Run() => default; } }
        public class Around { [Service] public partial class Inner { [Api] public int Run() => 1; } }

        [Service] public partial class Uses(Abstract.Proxy a, Record.Proxy b, Generic<int>.Proxy c, Ambiguous.Proxy d, Outer<int>.Inner.Proxy e, Static.Proxy f)
        {
            [Api] public int Run() => a.Run() + b.Run() + c.Run() + d.Run() + e.Run() + f.GetHashCode();
        }
        """);

    [TestCase("[Service] public partial class X { [Api] public Missing Run() => null; [Api] public int Good() => 1; }")]
    [TestCase("[Service] public partial class X(Missing a, Missing.Proxy b, string.Proxy c, NotOne.Proxy d) { [Api] public int Good() => 1; } class NotOne;")]
    [TestCase("[Service] public partial class X : Missing { [Api] public int Good() => 1; }")]
    [TestCase("[Service] public partial class X : X { [Api] public int Good() => 1; }")]
    [TestCase("[Service] public partial class X { [Api] public int Good() => 1; [Depends] public partial Missing.Proxy P { get; init; } [Depends] public partial string Q { get; init; } }")]
    [TestCase("[Service] public partial class X { [Api] public int Good() => 1; [Api] public int Good() => 2; [Api] public int Twice(int a, int a) => 1; }")]
    [TestCase("[Service] public partial class X { [Api] public int Good() => 1; } [Service] public partial class X { } [Service] partial record X { }")]
    [TestCase("[Service] public partial struct S { [Api] public int Run() => 1; } [Service] public partial class X { [Api] public int Good() => 1; } [Service] partial interface I { }")]
    [TestCase("[Service] public partial class X { [Api] public int Good() => 1; public partial class Proxy { } } [Service] public partial class X { [Api] public int Good() => 1; }")]
    public void Source_WithErrors_GetsNoErrorsMoreInGeneratedFiles(string source)
    {
        var run = GeneratorRun.Start(ServiceCompilation.Create("using Pipeline;\n" + source));

        Assert.That(run.Result.Exception, Is.Null);
        Assert.That(
            run.Output.GetDiagnostics().Where(diagnostic =>
                diagnostic.Severity is DiagnosticSeverity.Error && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) is true),
            Is.Empty);
    }
}
