using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Execution;

/// <summary>Bodies compiled together; those that do not compile are left out.</summary>
internal sealed class BodyBatch : IDisposable
{
    private readonly BodyAssembly _assembly;

    private BodyBatch(CSharpCompilation compilation, IReadOnlyList<BodySource> bodies, byte[] image) =>
        (Compilation, Bodies, _assembly) = (compilation, bodies, new BodyAssembly(image));

    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<BodySource> Bodies { get; }

    public static BodyBatch Compile(params IEnumerable<BodySource> sources)
    {
        var bodies = sources.ToList();
        while (true)
        {
            var compilation = Create(bodies);
            var (image, errors) = BodyCompiler.Emit(compilation);
            if (image is not null)
                return new BodyBatch(compilation, bodies, image);
            var broken = errors.Select(error => error.Location.SourceTree?.FilePath).ToHashSet();
            if (bodies.RemoveAll(body => broken.Contains(body.FileName)) == 0)
                throw new InvalidOperationException(string.Join('\n', errors));
        }
    }

    public Body Find(BodySource body) => _assembly.Find(body.TypeName);

    public SyntaxTree TreeOf(BodySource body) => Compilation.SyntaxTrees.Single(tree => tree.FilePath == body.FileName);

    public void Dispose() => _assembly.Dispose();

    private static CSharpCompilation Create(IEnumerable<BodySource> bodies)
    {
        var compilation = CSharpCompilation.Create(
            "Bodies",
            [
                CSharpSyntaxTree.ParseText(BodyCompiler.GlobalUsings, BodyCompiler.ParseOptions),
                .. bodies.Select(body => CSharpSyntaxTree.ParseText(body.Text, BodyCompiler.ParseOptions, body.FileName)),
            ],
            BodyCompiler.References,
            BodyCompiler.Options);
        return compilation.AddSyntaxTrees(BodyCompiler.Generate(compilation));
    }
}
