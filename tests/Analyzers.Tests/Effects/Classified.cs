using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pipeline.Analyzers.Effects;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects;

/// <summary>What the classifier says of a service call.</summary>
internal static class Classified
{
    private const string Prefix =
        "using Pipeline;\nstatic class Elsewhere { [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.InternalCall)] public static extern int Find(int x); }\n";

    /// <summary>Classifies the call in <c>await callee.ToAsync.…</c>, where the callee is the service the sources declare as <c>Callee</c>.</summary>
    public static CallEffect Call(string callee, string use, Dictionary<string, string>? editorConfig = null) =>
        In(ServiceCompilation.Create(Prefix + callee, Caller(use)).WithProxies(), editorConfig);

    /// <summary>As <see cref="Call"/>, with the services in another assembly, of which only metadata is left.</summary>
    public static CallEffect CallAcrossAssemblies(string callee, string use)
    {
        using var image = new MemoryStream();
        var emitted = ServiceCompilation.Create(Prefix + callee).WithAssemblyName("Callees").WithProxies().Emit(image);
        Assert.That(emitted.Success, Is.True, string.Join("\n", emitted.Diagnostics));

        var callees = MetadataReference.CreateFromImage(image.ToArray());
        return In(ServiceCompilation.Create(Caller(use)).AddReferences(callees).WithProxies(), editorConfig: null);
    }

    private static string Caller(string use) =>
        $$"""
        using Pipeline;
        class Caller(Callee.Proxy callee)
        {
            async Task<object?> Run(int x)
            {
                {{use}}
                return null;
            }
        }
        """;

    private static CallEffect In(CSharpCompilation compilation, Dictionary<string, string>? editorConfig)
    {
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.That(errors, Is.Empty, "the source does not compile");

        var tree = compilation.SyntaxTrees.Single(tree => tree.ToString().Contains("class Caller", StringComparison.Ordinal));
        var model = compilation.GetSemanticModel(tree);
        var call = tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
            .Select(syntax => model.GetOperation(syntax))
            .OfType<IInvocationOperation>()
            .First(call => call.TargetMethod.ContainingType.Name is "Async" or "Proxy");
        return new EffectClassifier(compilation, new FixedOptions(editorConfig ?? [])).Classify(call);
    }

    private sealed class FixedOptions(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        private readonly Options _options = new(values);

        public override AnalyzerConfigOptions GlobalOptions => _options;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

        private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [MaybeNullWhen(false)] out string value) =>
                values.TryGetValue(key, out value);
        }
    }
}
