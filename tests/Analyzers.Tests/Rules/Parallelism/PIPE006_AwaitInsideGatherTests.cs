using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Verify = Pipeline.Analyzers.Tests.AnalyzerVerifier<Pipeline.Analyzers.Rules.Parallelism.AwaitInsideGatherAnalyzer>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class AwaitInsideGatherAnalyzerTests
{
    private static string Body(string statements) => $$"""
        [Service] public partial class Texts { [Api] public float[] Embed(string text) => [text.Length]; }
        [Service] public partial class Model { [Api] public float Predict(float[] data) => 0; }
        [Service] public partial class Store { [Api] public string Create(string key) { Console.WriteLine(key); return key; } }

        public class Host(Texts.Proxy texts, Model.Proxy left, Model.Proxy right, Store.Proxy store)
        {
            public async Task Run(string text, float[] data)
            {
                {{statements}}
            }

            private static Task<string> Elsewhere() => Task.FromResult("");
        }
        """;

    [Test]
    public Task Await_BeforeAnArgumentThatStartsACall_IsReported() => Verify.VerifyAsync(
        Body("var all = await Gather.All(left.ToAsync.Predict({|#0:await texts.ToAsync.Embed(text)|}), {|#1:right.ToAsync.Predict(data)|});"),
        new DiagnosticResult("PIPE006", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithMessage(
            "'right.Predict' does not start until 'texts.Embed' is awaited, whose result it does not need; await it outside, or in a branch of its own"));

    [Test]
    public Task Await_BeforeTwoArgumentsThatStartCalls_NamesBoth() => Verify.VerifyAsync(
        Body("var all = await Task.WhenAll(left.ToAsync.Predict({|#0:await texts.ToAsync.Embed(text)|}), {|#1:right.ToAsync.Predict(data)|}, {|#2:left.ToAsync.Predict(data)|});"),
        new DiagnosticResult("PIPE006", DiagnosticSeverity.Warning).WithLocation(0).WithLocation(1).WithLocation(2).WithMessage(
            "'right.Predict' and 'left.Predict' do not start until 'texts.Embed' is awaited, whose result they do not need; await it outside, or in a branch of its own"));

    [TestCase(
        "await Gather.Settle(left.ToAsync.Predict([|await texts.ToAsync.Embed(text)|]), right.ToAsync.Predict(data));",
        Description = "any gather")]
    [TestCase(
        "await Task.WhenAll([left.ToAsync.Predict([|await texts.ToAsync.Embed(text)|]), right.ToAsync.Predict(data)]);",
        Description = "a collection of tasks")]
    [TestCase(
        "await Gather.All(left.ToAsync.Predict([|await texts.ToAsync.Embed(text).ConfigureAwait(false)|]), "
        + "right.ToAsync.Predict(data)).ConfigureAwait(false);")]
    [TestCase(
        "await Gather.All(Task.FromResult([|await texts.ToAsync.Embed(text)|]), right.ToAsync.Predict(data));",
        Description = "FromResult only holds the value")]
    [TestCase(
        "var t = right.ToAsync.Predict(data); await Task.WhenAll(left.ToAsync.Predict([|await texts.ToAsync.Embed(text)|]), "
        + "right.ToAsync.Predict(data), t);",
        Description = "what ends the list runs already")]
    public Task Await_InAnyFormOfGather_IsReported(string statement) => Verify.VerifyAsync(Body(statement));

    [TestCase(
        "await Gather.All(right.ToAsync.Predict(data), left.ToAsync.Predict(await texts.ToAsync.Embed(text)));",
        Description = "the last argument costs nothing")]
    [TestCase(
        "var e = await texts.ToAsync.Embed(text); await Gather.All(left.ToAsync.Predict(e), right.ToAsync.Predict(e));",
        Description = "outside the gather")]
    [TestCase(
        "var t = right.ToAsync.Predict(data); await Gather.All(left.ToAsync.Predict(await texts.ToAsync.Embed(text)), t);",
        Description = "the later argument was started before")]
    [TestCase(
        "await Gather.All(store.ToAsync.Create(await store.ToAsync.Create(text)), store.ToAsync.Create(text));",
        Description = "commands keep their order")]
    [TestCase(
        "await Gather.All(Task.FromResult(await Elsewhere()), right.ToAsync.Predict(data) as Task);",
        Description = "nobody knows what else is awaited")]
    [TestCase(
        "await Gather.All(left.ToAsync.Predict(await texts.ToAsync.Embed($\"{100 / text.Length}\")), right.ToAsync.Predict(data));",
        Description = "what is evaluated for it may throw before anything starts")]
    [TestCase(
        "await Gather.All(left.ToAsync.Predict(await texts.ToAsync.Embed(((string[])[text])[0])), right.ToAsync.Predict(data));",
        Description = "an index that may be out of range")]
    [TestCase(
        "float[] e; await Gather.All(left.ToAsync.Predict(e = await texts.ToAsync.Embed(text)), right.ToAsync.Predict(e));",
        Description = "the later argument needs it")]
    [TestCase(
        "await Task.WhenAll(left.ToAsync.Predict(await texts.ToAsync.Embed(text)), right.ToAsync.Predict(data), "
        + "store.ToAsync.Create(text));",
        Description = "a command behind would start early too")]
    [TestCase(
        "await Task.WhenAll(left.ToAsync.Predict(await texts.ToAsync.Embed(text)), right.ToAsync.Predict(data), Elsewhere());",
        Description = "who knows what would start early too")]
    public Task Await_ThatDelaysNothing_IsSilent(string statements) => Verify.VerifyAsync(Body(statements));
}
