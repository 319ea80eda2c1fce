using Microsoft.CodeAnalysis.Testing;
using FixTest = Pipeline.Analyzers.Tests.ServiceCodeFixTest<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>How <c>Gather</c> is named where it may not be known, or something else is.</summary>
public class GatherNameTests
{
    [Test]
    public Task File_WithUsings_GetsAnotherInOrder() => VerifyWithoutGlobalUsingAsync(
        "// A note.\nusing System;\nusing Xyz;\n\nnamespace App;\n",
        "// A note.\nusing System;\nusing Pipeline;\nusing Xyz;\n\nnamespace App;\n",
        "Gather");

    [Test]
    public Task File_WithoutUsings_GetsOne() => VerifyWithoutGlobalUsingAsync(
        "// A note.\nnamespace App;\n",
        "// A note.\nusing Pipeline;\n\nnamespace App;\n",
        "Gather");

    [Test]
    public Task File_WithUsingsInItsNamespace_GetsAnotherThere() => VerifyWithoutGlobalUsingAsync(
        "namespace App\n{\n    using System;\n    using Xyz;\n\n",
        "namespace App\n{\n    using System;\n    using Pipeline;\n    using Xyz;\n\n",
        "Gather",
        "}\n");

    [Test]
    public Task File_WithUsingsInItsFileScopedNamespace_GetsAnotherThere() => VerifyWithoutGlobalUsingAsync(
        "namespace App;\n\nusing Xyz;\n\n",
        "namespace App;\n\nusing Pipeline;\nusing Xyz;\n\n",
        "Gather");

    [Test]
    public Task Gather_OfAnotherKindInScope_IsNamedInFull() => VerifyWithoutGlobalUsingAsync(
        "namespace App;\n\npublic static class Gather;\n\n",
        "namespace App;\n\npublic static class Gather;\n\n",
        "global::Pipeline.Gather");

    [Test]
    public Task Code_InsideTheNamespace_NeedsNoUsing() => VerifyWithoutGlobalUsingAsync(
        "namespace Pipeline.App;\n",
        "namespace Pipeline.App;\n",
        "Gather");

    private static Task VerifyWithoutGlobalUsingAsync(string head, string fixedHead, string gather, string tail = "")
    {
        var test = new FixTest(
            head + Body("""
                var a = await [|modelA.ToAsync.Predict(data)|];
                        var b = await modelA.ToAsync.Predict(data);
                """) + tail,
            fixedHead + Body($"var (a, b) = await {gather}.All(modelA.ToAsync.Predict(data), modelA.ToAsync.Predict(data));") + tail);
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.Sources[^1] = ("/0/GlobalUsings.cs", Microsoft.CodeAnalysis.Text.SourceText.From("global using System.Threading; global using System.Threading.Tasks;\n"));
            state.Sources.Add("namespace Xyz { public static class Something; }");
        }

        return test.RunAsync();
    }

    private static string Body(string calls) => $$"""
        [global::Pipeline.Service(Effect = global::Pipeline.Effect.None)] public partial class ModelA { [global::Pipeline.Api] public float Predict(float[] data) => 0; }

        public class Caller
        {
            public async Task<float> PredictAsync(ModelA.Proxy modelA, float[] data)
            {
                {{calls}}
                return a + b;
            }
        }

        """;
}
