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
    [TestCase(
        "[Service] public partial class S { [Api] public int Get() => 1; public class Inner { [{|PIPE114:Api|}] public int Get() => 1; "
        + "} }")]
    [TestCase(
        "[Service] public partial class S { [Api] public virtual int Get() => 1; } public class C : S { [{|PIPE114:Api|}] public "
        + "override int Get() => 2; }")]
    public Task Member_OutsideAService_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Service] public partial class S { [Api] public int Get() => 1; [OnStartup] void Begin() { } [OnShutdown] void End() { } }")]
    [TestCase("public class B { [Api] public int Get() => 1; } [Service] public partial class S : B;")]
    [TestCase("public class A<T> { [Api] public T? Get() => default; } public class B : A<int>; [Service] public partial class S : B;")]
    [TestCase("public abstract class B { [Api] public abstract int Get(); [OnStartup] protected void Begin() { } }")]
    [TestCase("public class C { public int Get() => 1; }")]
    [TestCase("class ApiAttribute : Attribute; public class C { [global::Api] public int Get() => 1; }")]
    public Task Member_OfAServiceOrABaseOfOne_IsSilent(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Api] public int Get() => 1; public int Count([{|PIPE114:FromScope|}] IDisposable db) => 1;")]
    [TestCase("[Api] public int Get() => 1; public S([{|PIPE114:FromScope|}] IDisposable db) { }")]
    public Task FromScope_OfWhatIsNoApi_IsReported(string members) =>
        Verifier.VerifyAsync($"[Service] public partial class S {{ {members} }}");

    [TestCase("[Service] public partial class S { [Api] public int Get([FromScope] IDisposable db, int x) => x; }")]
    [TestCase("public abstract class B { [Api] public abstract int Get([FromScope] IDisposable db); }")]
    [TestCase("public abstract class B { [Api] public abstract int Get([FromScope] IDisposable db); } "
        + "[Service] public partial class S : B { public override int Get([FromScope] IDisposable db) => 1; }")]
    public Task FromScope_OfAnApi_IsSilent(string source) => Verifier.VerifyAsync(source);

    [TestCase(
        "[Api] public int Get() => 1; int Count([{|#0:FromScope|}] IDisposable db) => 1;",
        "'Count' is no API: mark it [Api], or pass the argument")]
    [TestCase(
        "[Api] public int Get() => 1; public S([{|#0:FromScope|}] IDisposable db) { }",
        "a constructor's parameters are filled once, when the instance is made: mark a parameter of an API instead")]
    public Task FromScope_OfWhatIsNoApi_SaysWhatToDo(string members, string advice) => Verifier.VerifyAsync(
        $"[Service] public partial class S {{ {members} }}",
        new DiagnosticResult("PIPE114", DiagnosticSeverity.Error).WithLocation(0).WithMessage($"'db' is marked [FromScope], but {advice}"));

    [TestCase(
        "class",
        "'Get' is marked [Api], but 'C' is no service: mark it [Service], or make it abstract if services of other projects derive "
        + "from it")]
    [TestCase("struct", "'Get' is marked [Api], but 'C' is no class: mark the method of the service instead")]
    public Task Message_SaysWhatToDo(string kind, string message) => Verifier.VerifyAsync(
        $"public {kind} C {{ [{{|#0:Api|}}] public int Get() => 1; }}",
        new DiagnosticResult("PIPE114", DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));
}
