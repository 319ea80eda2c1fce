using Microsoft.CodeAnalysis;

namespace Pipeline.Tool.Loading;

/// <summary>Code that is ready to be looked at, and what has to be said about how it was read.</summary>
/// <param name="workspace">Where the code lives; disposed of with this.</param>
/// <param name="solution">The projects with their files.</param>
/// <param name="root">The folder that paths are shown relative to.</param>
/// <param name="notes">What could not be read, and what that means for the findings.</param>
internal sealed class LoadedCode(Workspace workspace, Solution solution, string root, IReadOnlyList<string> notes) : IDisposable
{
    public Solution Solution { get; } = solution;

    public string Root { get; } = root;

    public IReadOnlyList<string> Notes { get; } = notes;

    public void Dispose() => workspace.Dispose();
}
