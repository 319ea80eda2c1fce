using Microsoft.CodeAnalysis;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests;

/// <summary>Services in an assembly of their own, as a package brings them: without sources.</summary>
internal static class ServiceLibrary
{
    public static MetadataReference Compile(string source)
    {
        using var image = new MemoryStream();
        var result = ServiceCompilation.Create("global using Pipeline;", source).WithProxies().WithAssemblyName("Library").Emit(image);
        Assert.That(result.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error), Is.Empty);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
