using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Names;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects.Bodies;

/// <summary>What the inference finds in the body of the method M of the class S.</summary>
internal static class Inferred
{
    public static BodyEffect Of(string source)
    {
        var compilation = ServiceCompilation.Create("using Pipeline;\n" + source).WithProxies();
        var errors = compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity is DiagnosticSeverity.Error);
        Assert.That(errors, Is.Empty, "the source does not compile");

        var method = (IMethodSymbol)compilation.GetTypeByMetadataName("S")!.GetMembers("M").Single();
        return new EffectInference(compilation, new ServiceCalls(static _ => EffectNames.Default)).Of(method, CancellationToken.None);
    }

    /// <summary>The members of a class S, M among them.</summary>
    public static BodyEffect OfMembers(string members, string others = "") =>
        Of($$"""
            class S
            {
                {{members}}
            }
            {{others}}
            """);
}
