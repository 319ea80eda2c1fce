using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential.Execution;

/// <summary>Bodies compiled together; those that do not compile are left out.</summary>
internal sealed class BodyBatch : IDisposable
{
    private readonly BodyAssembly _assembly;
    private readonly ILookup<string, Diagnostic> _diagnostics;

    private BodyBatch(CSharpCompilation compilation, IReadOnlyList<BodySource> bodies, byte[] image, IEnumerable<Diagnostic> diagnostics)
    {
        (Compilation, Bodies, _assembly) = (compilation, bodies, new BodyAssembly(image));
        _diagnostics = diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
            .ToLookup(diagnostic => diagnostic.Location.SourceTree?.FilePath ?? "");
    }

    public CSharpCompilation Compilation { get; }

    public IReadOnlyList<BodySource> Bodies { get; }

    public static BodyBatch Compile(params IEnumerable<BodySource> sources)
    {
        var bodies = sources.ToList();
        var broken = new List<Diagnostic>();
        while (true)
        {
            var compilation = Create(bodies);
            var (image, diagnostics) = BodyCompiler.Emit(compilation);
            if (image is not null)
                return new BodyBatch(compilation, bodies, image, [.. broken, .. diagnostics]);
            var errors = diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
            broken.AddRange(errors);
            var files = errors.Select(error => error.Location.SourceTree?.FilePath).ToHashSet();
            if (bodies.RemoveAll(body => files.Contains(body.FileName)) == 0)
                throw new InvalidOperationException(string.Join('\n', errors.AsEnumerable()));
        }
    }

    public Body Find(BodySource body) => _assembly.Find(body.TypeName);

    /// <summary>The compiler's warnings, or its errors where the body was left out.</summary>
    public IEnumerable<Diagnostic> DiagnosticsOf(BodySource body) => _diagnostics[body.FileName];

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
