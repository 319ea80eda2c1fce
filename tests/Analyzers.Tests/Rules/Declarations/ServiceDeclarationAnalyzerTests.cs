using Microsoft.CodeAnalysis.Testing;
using Verifier = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Declarations.ServiceDeclarationAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Declarations;

public class ServiceDeclarationAnalyzerTests
{
    private const string Api = "[Api] public int Get(int x) => x;";
    private const string Model = "[Service] public partial class Model { [Api] public int Predict(int x) => x; }";

    [TestCase($"[Service] public class {{|CS0260:{{|PIPE101:Plain|}}|}} {{ {Api} }}")]
    [TestCase($"[Service] sealed class {{|CS0260:{{|PIPE101:Plain|}}|}} {{ {Api} }}")]
    [TestCase($"public class {{|CS0260:{{|PIPE101:Outer|}}|}} {{ [Service] public partial class Inner {{ {Api} }} }}")]
    [TestCase($"public struct {{|CS0260:{{|PIPE101:Outer|}}|}} {{ public partial class Middle {{ [Service] public class {{|CS0260:{{|PIPE101:Inner|}}|}} {{ {Api} }} }} }}")]
    public Task Service_NotPartial_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Api] public int Get({|PIPE102:ref int x|}) => x;")]
    [TestCase("[Api] public void Get({|PIPE102:out int x|}) => x = 1;")]
    [TestCase("[Api] public int Get({|PIPE102:in int x|}) => x;")]
    [TestCase("[Api] public int Get({|PIPE102:ReadOnlySpan<int> x|}) => x.Length;")]
    [TestCase("[Api] public unsafe int Get({|PIPE102:int* x|}) => *x;")]
    [TestCase("[Api] public int Get(CancellationToken a, {|PIPE102:CancellationToken b|}) => 1;")]
    [TestCase("[Api] public int Get({|PIPE102:Model.Proxy model|}) => 1;")]
    [TestCase("[Api] public int Get({|PIPE102:List<Model.Proxy> models|}) => 1;")]
    [TestCase("private int _x; [Api] public {|PIPE102:ref int|} Get() => ref _x;")]
    [TestCase("[Api] public {|PIPE102:Span<int>|} Get() => default;")]
    [TestCase("[Api] public unsafe {|PIPE102:int*|} Get() => default;")]
    [TestCase("[Api] public {|PIPE102:Model.Proxy|} Get() => null!;")]
    public Task Signature_ThatCannotCrossACall_IsReported(string members) => Verifier.VerifyAsync($"[Service] public partial class S {{ {Api.Replace("Get", "Other", StringComparison.Ordinal)} {members} }} {Model}");

    [TestCase("[Service] public partial class S{|PIPE103:<T>|} { [Api] public int Get(int x) => x; }")]
    [TestCase("public partial class Outer{|PIPE103:<T>|} { [Service] public partial class S { [Api] public int Get(int x) => x; } }")]
    [TestCase("[Service] public partial class S { [Api] public int Get(int x) => x; [Api] public T Echo{|PIPE103:<T>|}(T x) => x; }")]
    public Task Generics_OnServiceContainerOrApi_AreReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Api] public int Predict(int x) => x; [Api] public Task<int> {|PIPE104:PredictAsync|}(int x) => Task.FromResult(x);")]
    [TestCase("[Api] public int G(int x) => x; [Api] public int {|PIPE104:G|}(int x, CancellationToken ct) => x;")]
    [TestCase("[Api] public int Get() => 1; [Api] public string {|PIPE104:Proxy|}() => \"\";")]
    [TestCase("[Api] public int Get() => 1; [Api] public string {|PIPE104:ToAsyncAsync|}() => \"\";")]
    [TestCase("[Api] public int Get() => 1; [Api] public Task {|PIPE104:Async|}() => Task.CompletedTask;")]
    [TestCase("[Api] public int Get() => 1; [Api] public new string {|PIPE104:ToString|}() => \"\";")]
    [TestCase("[Api] public int Get() => 1; public int {|PIPE104:Definition|} => 1;")]
    [TestCase("[Api] public int Get() => 1; public class {|PIPE104:Proxy|};")]
    public Task Names_ThatCollideOnTheProxy_AreReported(string members) => Verifier.VerifyAsync($"[Service] public partial class S {{ {members} }}");

    [TestCase("[Service] public partial class {|PIPE104:Proxy|} { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class {|PIPE104:Definition|} { [Api] public int Get() => 1; }")]
    public Task Service_NamedLikeItsMembers_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase(
        "public class Plain; [Service] public partial class S({|PIPE105:Plain.{|CS0426:Proxy|}|} plain) { [Api] public int Get() => 1; }")]
    [TestCase("public class Plain; [Service] public partial class S([Depends] {|PIPE105:Plain|} plain) { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [Depends] public partial {|PIPE105:IDisposable|} X { get; init; } [Api] public int Get() "
        + "=> 1; }")]
    [TestCase(
        "[Service] public partial class S { [Depends] public partial {|PIPE105:string?|} X { get; init; } [Api] public int Get() => 1; }")]
    public Task Dependency_ThatIsNoService_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("PipelineApp.{|CS0311:StartAsync<{|#0:Plain|}>|}()", "'Plain' is not a service; mark it [Service] and declare it partial")]
    [TestCase(
        "PipelineApp.{|CS0311:StartAsync<{|#0:Model.Proxy|}>|}()",
        "'Proxy' is not a service but the proxy of one; name 'Model' itself")]
    [TestCase(
        "new ServiceCollection().{|CS0311:AddPipeline<{|#0:Plain|}>|}()",
        "'Plain' is not a service; mark it [Service] and declare it partial")]
    public Task Start_OfWhatIsNoService_SaysSo(string call, string message) => Verifier.VerifyAsync(
        $"using Microsoft.Extensions.DependencyInjection; public class Plain; class C {{ object M() => {call}; }} {Model}",
        new DiagnosticResult("PIPE105", Microsoft.CodeAnalysis.DiagnosticSeverity.Error).WithLocation(0).WithMessage(message));

    [TestCase("PipelineApp.StartAsync<Model>()")]
    [TestCase("Microsoft.Extensions.DependencyInjection.PipelineServiceCollectionExtensions.AddPipeline<Model>(null!)")]
    [TestCase("PipelineApp.StartAsync<{|CS0246:Missing|}>()")]
    [TestCase("Own.StartAsync<Plain>()")]
    public Task Start_OfAServiceOrByAnotherMethod_IsSilent(string call) => Verifier.VerifyAsync(
        $"public class Plain; static class Own {{ public static int StartAsync<T>() => 1; }} class C {{ object M() => {call}; object G<T>() where T : Pipeline.CompilerServices.IService => PipelineApp.StartAsync<T>(); }} {Model}");

    [TestCase("[Service] public partial class S({|PIPE106:Model|} model) { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [Depends] public partial {|PIPE106:Model|} M { get; init; } [Api] public int Get() => 1; }")]
    public Task Dependency_OnTheServiceItself_IsReported(string source) => Verifier.VerifyAsync(source + Model);

    [Test]
    public Task Dependency_NamedThroughUsingStatic_IsReported() => Verifier.VerifyAsync($$"""
        using static Model;

        [Service] public partial class S({|PIPE106:Proxy|} model) { [Api] public int Get() => 1; }
        {{Model}}
        """);

    [TestCase("[Service] public partial class {|PIPE107:S|};")]
    [TestCase("[Service] public partial class {|PIPE107:S|} { public int Get() => 1; }")]
    public Task Service_WithoutApi_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Service] public {|PIPE108:static|} partial class S { [Api] public {|PIPE109:static|} int Get() => 1; }")]
    [TestCase("[Service] public {|PIPE108:abstract|} partial class S { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial {|PIPE108:record|} S { [Api] public int Get() => 1; }")]
    [TestCase("[Service] {|PIPE108:file|} partial class S { [Api] public int Get() => 1; }")]
    public Task Kind_ThatIsNoService_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Api] public {|PIPE109:static|} int Make() => 1;")]
    [TestCase("[Api] public async {|PIPE109:void|} Make() => await Task.Yield();")]
    [TestCase("[Api] void IDisposable.{|PIPE109:Dispose|}() { }")]
    [TestCase("public int X { [Api] {|PIPE109:get|} => 1; }")]
    public Task Kind_ThatIsNoApi_IsReported(string members) => Verifier.VerifyAsync($"[Service] public partial class S : IDisposable {{ {Api} public void Dispose() {{ }} {members} }}");

    [TestCase("private S() { }", "S")]
    [TestCase("public S(int a) { } public S(string b) { }", "S")]
    public Task Constructors_ThatLeaveNoOne_AreReported(string constructors, string name) => Verifier.VerifyAsync(
        $"[Service] public partial class {{|PIPE110:{name}|}} {{ {constructors} {Api} }}");

    [TestCase("public S({|PIPE110:ref int a|}) { }")]
    [TestCase("public S({|PIPE110:ReadOnlySpan<char> a|}) { }")]
    public Task ConstructorParameter_TheContainerCannotGive_IsReported(string constructor) => Verifier.VerifyAsync(
        $"[Service] public partial class S {{ {constructor} {Api} }}");

    [TestCase("[Depends] public required Model.Proxy {|PIPE111:M|} { get; init; }")]
    [TestCase("[Depends] public partial Model.Proxy {|PIPE111:M|} { get; }")]
    [TestCase("[Depends] public static Model.Proxy {|PIPE111:M|} { get; set; } = null!;")]
    [TestCase("[Depends] public Model.Proxy {|PIPE111:M|} { get; } = null!;")]
    [TestCase("[Depends] public Model.Proxy {|PIPE111:this|}[int i] { get => null!; set { } }")]
    public Task DependsProperty_OfAnotherShape_IsReported(string property) => Verifier.VerifyAsync(
        $"[Service] public partial class S {{ {property} {Api} }} {Model}");

    [TestCase("[OnStartup] public int {|PIPE112:Start|}() => 1;")]
    [TestCase("[OnStartup] public static void {|PIPE112:Start|}() { }")]
    [TestCase("[OnStartup] public void {|PIPE112:Start|}(int x) { }")]
    [TestCase("[OnShutdown] public Task {|PIPE112:Stop|}(CancellationToken a, CancellationToken b) => Task.CompletedTask;")]
    [TestCase("[OnShutdown] public async void {|PIPE112:Stop|}() => await Task.Yield();")]
    [TestCase("[OnShutdown] public void {|PIPE112:Stop|}<T>() { }")]
    public Task LifecycleMethod_OfAnotherShape_IsReported(string method) => Verifier.VerifyAsync($"[Service] public partial class S {{ {method} {Api} }}");

    [Test]
    public Task LifecycleMethod_PrivateInABaseClass_IsReportedOnTheService() => Verifier.VerifyAsync(
        $"public class Base {{ [OnStartup] private void Start() {{ }} }} [Service] public partial class {{|PIPE112:S|}} : Base {{ {Api} }}");

    [TestCase("[Service(Timeout = {|PIPE113:\"soon\"|})] public partial class S { [Api] public int Get() => 1; }")]
    [TestCase("[Service(Name = \"s\", Timeout = {|PIPE113:\"30\"|})] public partial class S { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class S { [Api(Timeout = {|PIPE113:\"-1s\"|})] public int Get() => 1; }")]
    [TestCase("[Service] public partial class S([Depends(Timeout = {|PIPE113:\"\"|})] Model.Proxy model) { [Api] public int Get() => 1; }" + Model)]
    [TestCase("[Service] public partial class S { [Depends(Timeout = {|PIPE113:\"0s\"|})] public partial Model.Proxy M { get; init; } [Api] public int Get() => 1; }" + Model)]
    [TestCase(
        "[Service] public partial class S { [OnStartup(Timeout = {|PIPE113:\"soon\"|})] void Load() { } [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [OnStartup(Timeout = \"1m\"), OnShutdown(Timeout = {|PIPE113:\"1\"|})] void Load() { } "
        + "[Api] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [OnStartup(Timeout = \"1m\"), Api(Timeout = {|PIPE113:\"0s\"|})] public void Load() { } }")]
    [TestCase(
        "public abstract class B { [OnShutdown(Timeout = {|PIPE113:\"-1s\"|})] protected void Flush() { } } [Service] public partial "
        + "class S : B { [Api] public int Get() => 1; }")]
    [TestCase(
        "[Service(Name = {|PIPE113:\"\"|}, Instances = {|PIPE113:0|})] public partial class S { [Api(Name = {|PIPE113:\"a:b\"|})] "
        + "public int Get() => 1; }")]
    [TestCase("[Service] public partial class S { [Api(Concurrency = {|PIPE113:0|}, ReadAhead = {|PIPE113:-1|})] public int Get() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [Api(Transient = {|PIPE113:[typeof(string), typeof(System.Exception)]|})] public int Get() "
        + "=> 1; }")]
    [TestCase(
        "[Service(Instances = {|PIPE113:-1|}, Concurrency = {|PIPE113:0|}, QueueLimit = {|PIPE113:-1|})] public partial class S { "
        + "[Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class S([Depends(Url = {|PIPE113:\"models\"|})] Model.Proxy model, [Depends(Url = {|PIPE113:\"/models\"|})] Model.Proxy other) { [Api] public int Get() => 1; }" + Model)]
    public Task Option_ThatMeansNothing_IsReported(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Service] public partial class S { [Api] public int Get(int x) => x; }")]
    [TestCase(
        "[Service] partial class S { [Api] internal Task<int> GetAsync(int x, CancellationToken ct = default) => Task.FromResult(x); }")]
    [TestCase(
        "public partial struct Outer { [Service(Timeout = \"30s\")] public sealed partial class S { [Api(Timeout = \"00:00:01\")] "
        + "public int Get(int x) => x; } }")]
    [TestCase("[Service] public partial class S(Model.Proxy model, IServiceProvider services) { [Api] public int Get(int x) => model.Predict(x) + services.GetHashCode(); }" + Model)]
    [TestCase("[Service] public partial class S { [Depends(Timeout = \"250ms\")] public partial Model.Proxy M { get; init; } [Api] public int Get(int x) => M.Predict(x); }" + Model)]
    [TestCase(
        "[Service(Name = \"two words\", Instances = 1, Concurrency = 1, QueueLimit = 0)] public partial class S { [Api(Name = null)] "
        + "public int Get(int x) => x; }")]
    [TestCase("[Service] public partial class S([Depends(Url = \"http://models:5000\", Timeout = \"1s\")] Model.Proxy model) { [Api] public int Get(int x) => model.Predict(x); }" + Model)]
    [TestCase(
        "public abstract class Base<T> { [Api] public T? Get() => default; [OnStartup] protected void Start() { } } [Service] public "
        + "partial class S : Base<int>;")]
    [TestCase(
        "[Service] public partial class S { [Api] public int Get(int x) => x; [Api] public int Get(string x) => 1; [OnStartup(Timeout "
        + "= \"10m\")] void Start() { } [OnShutdown(Timeout = \"00:00:10\")] ValueTask Stop(CancellationToken ct) => default; }")]
    [TestCase("public class Plain { [Api] public static int Get(ref int x) => x; [OnStartup] int Start() => 1; }")]
    [TestCase(
        "[Service] public partial class S { [Api] public async IAsyncEnumerable<int> Items(IAsyncEnumerable<int> source) { await "
        + "foreach (var x in source) yield return x; } }")]
    public Task Declaration_ThatIsValid_IsSilent(string source) => Verifier.VerifyAsync(source);

    [TestCase("[Service] public partial class Broken { [Api] public int Get({|PIPE102:ref int x|}) => x; }")]
    [TestCase("[Service] public partial class Broken { [Api] public T Get{|PIPE103:<T>|}(T x) => x; }")]
    [TestCase("[Service] public partial class Broken { [Api] public int Get() => 1; [Api] public int {|PIPE104:GetType|}() => 1; }")]
    [TestCase(
        "public class Plain; [Service] public partial class Broken([Depends] {|PIPE105:Plain|} plain) { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class Broken({|PIPE106:Model|} model) { [Api] public int Get() => 1; }" + Model)]
    [TestCase("[Service] public partial class {|PIPE107:Broken|};")]
    [TestCase("[Service] public {|PIPE108:abstract|} partial class Broken { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial {|PIPE108:record|} Broken { [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class Broken { [Api] public {|PIPE109:static|} int Get() => 1; }")]
    [TestCase("[Service] public partial class {|PIPE110:Broken|} { private Broken() { } [Api] public int Get() => 1; }")]
    [TestCase("[Service] public partial class Broken { [Depends] public Model.Proxy? {|PIPE111:M|} { get; } [Api] public int Get() => 1; }" + Model)]
    [TestCase("[Service] public partial class Broken { [OnStartup] public int {|PIPE112:Start|}() => 1; [Api] public int Get() => 1; }")]
    [TestCase("[Service(Timeout = {|PIPE113:\"x\"|})] public partial class Broken { [Api] public int Get() => 1; }")]
    public Task Mistake_InOneService_IsNoErrorInItsDependents(string broken) => Verifier.VerifyAsync(
        $"[Service] public partial class Dependent(Broken.Proxy broken) {{ [Depends] public partial Broken.Proxy Other {{ get; init; }} [Api] public bool Get() => broken == Other; }} {broken}");

    [Test]
    public Task Defect_InheritedByTwoServices_IsReportedOnce() => Verifier.VerifyAsync("""
        public class Base { [Api] public int Get({|PIPE102:ref int x|}) => x; [Api] public int Other() => 1; }
        [Service] public partial class First : Base;
        [Service] public partial class Second : Base;
        """);

    [TestCase(
        "[Service] public class {|CS0260:{|#0:S|}|} { [Api] public int Get() => 1; }",
        "PIPE101",
        "Declare 'S' partial: its proxy is written into it")]
    [TestCase(
        "public class {|CS0260:{|#0:Outer|}|} { [Service] public partial class S { [Api] public int Get() => 1; } }",
        "PIPE101",
        "Declare 'Outer' partial: the proxy of service 'S' is written into it")]
    [TestCase(
        "[Service] public partial class S { [Api] public int Get({|#0:Span<int> x|}) => 1; [Api] public int Other() => 1; }",
        "PIPE102",
        "Parameter 'x' of 'Get' cannot cross a service call: its type lives on the stack of the caller; take an array or a Memory<T> "
        + "instead")]
    [TestCase(
        "[Service] public partial class S { [Api] public int Get() => 1; [Api] public Task<int> {|#0:GetAsync|}() => Task.FromResult(1); }",
        "PIPE104",
        "Rename 'GetAsync': on the proxy it is the same as 'S.Get()'")]
    [TestCase(
        "[Service(Timeout = {|#0:\"soon\"|})] public partial class S { [Api] public int Get() => 1; }",
        "PIPE113",
        "\"soon\" is not a duration; write a positive time such as \"30s\", \"250ms\" or \"00:00:30\"")]
    public Task Message_SaysWhatToDo(string source, string id, string message) => Verifier.VerifyAsync(
        source, DiagnosticResult.CompilerError(id).WithLocation(0).WithMessage(message).WithOptions(DiagnosticOptions.IgnoreAdditionalLocations));
}
