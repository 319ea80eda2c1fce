using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Differential.Execution;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>Bodies written by hand.</summary>
internal static class BodyText
{
    public static BodySource Wrap(string typeName, string statements) => BodyGenerator.Wrap(typeName, statements);

    public static BodyAssembly Load(params IEnumerable<BodySource> bodies)
    {
        var (image, errors) = BodyCompiler.Emit(CSharpCompilation.Create(
            "Bodies",
            [
                CSharpSyntaxTree.ParseText(BodyCompiler.GlobalUsings, BodyCompiler.ParseOptions),
                .. bodies.Select(body => CSharpSyntaxTree.ParseText(body.Text, BodyCompiler.ParseOptions, body.FileName)),
            ],
            BodyCompiler.References,
            BodyCompiler.Options));
        return new BodyAssembly(image ?? throw new InvalidOperationException(string.Join('\n', errors)));
    }
}
