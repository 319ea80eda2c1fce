using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Declarations.MemberOutsideServiceAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class MemberOutsideServiceTests
{
    [TestCase("public class C { [{|PIPE114:Api|}] public int Get() => 1; }")]
    [TestCase("public partial class C { [{|PIPE114:Api(Idempotent = true)|}] public int Get() => 1; }")]
    [TestCase("public class C { [{|PIPE114:OnStartup|}] void Begin() { } [{|PIPE114:OnShutdown|}] void End() { } }")]
    [TestCase("public struct C { [{|PIPE114:Api|}] public int Get() => 1; }")]
    [TestCase("public interface C { [{|PIPE114:Api|}] int Get(); }")]
    [TestCase("public static class C { [{|PIPE114:OnStartup|}] static void Begin() { } }")]
    [TestCase("[Service] public partial class S { [Api] public int Get() => 1; public class Inner { [{|PIPE114:Api|}] public int Get() => 1; } }")]
    [TestCase("[Service] public partial class S { [Api] public virtual int Get() => 1; } public class C : S { [{|PIPE114:Api|}] public override int Get() => 2; }")]
    public Task Member_OutsideAService_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Service] public partial class S { [Api] public int Get() => 1; [OnStartup] void Begin() { } [OnShutdown] void End() { } }")]
    [TestCase("public class B { [Api] public int Get() => 1; } [Service] public partial class S : B;")]
    [TestCase("public class A<T> { [Api] public T? Get() => default; } public class B : A<int>; [Service] public partial class S : B;")]
    [TestCase("public abstract class B { [Api] public abstract int Get(); [OnStartup] protected void Begin() { } }")]
    [TestCase("public class C { public int Get() => 1; }")]
    [TestCase("class ApiAttribute : Attribute; public class C { [global::Api] public int Get() => 1; }")]
    public Task Member_OfAServiceOrABaseOfOne_IsSilent(string source) => Verifier.VerifyAsync(source);

    [TestCase("class", "'Get' is marked [Api], but 'C' is no service: mark it [Service], or make it abstract if services of other projects derive from it")]
    [TestCase("struct", "'Get' is marked [Api], but 'C' is no class: mark the method of the service instead")]
    public Task Message_SaysWhatToDo(string kind, string message) => Verifier.VerifyAsync(
        $"public {kind} C {{ [{{|#0:Api|}}] public int Get() => 1; }}",
        new DiagnosticResult("PIPE114", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));
}
