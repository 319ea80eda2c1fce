using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Pipeline.Analyzers.Tests;

/// <summary>
/// Finds analyzer assemblies among those of the tests. With it a project refers to the generator by its file, as a user's does, so
/// that code fixes, too, see its output, and the workspace can search the solution.
/// </summary>
internal sealed class LoadedAssemblies : IAnalyzerAssemblyLoader
{
    public void AddDependencyLocation(string fullPath)
    {
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
}
