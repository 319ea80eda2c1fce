using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Analyzers.Profiles;

namespace Pipeline.Tool.Loading;

/// <summary>Code that is ready to be looked at, and what has to be said about how it was read.</summary>
/// <param name="workspace">Where the code lives; disposed of with this.</param>
/// <param name="solution">The projects with their files.</param>
/// <param name="root">The folder that paths are shown relative to.</param>
/// <param name="notes">What could not be read, and what that means for the findings.</param>
/// <param name="isComplete">Whether every project was read with all that it refers to.</param>
internal sealed class LoadedCode(
    Workspace workspace, Solution solution, string root, IReadOnlyList<string> notes, bool isComplete) : IDisposable
{
    /// <summary>The projects, each with the effect file if there is one.</summary>
    public Solution Solution { get; private set; } = solution;

    public bool IsComplete { get; } = isComplete;

    public string Root { get; } = root;

    public IReadOnlyList<string> Notes { get; } = notes;

    /// <summary>Gives every project the effect file, in place of the one it has.</summary>
    public void UseEffects(string path, string text) => Use(EffectFile.Name, path, text);

    /// <summary>Gives every project the profile, in place of the one it has.</summary>
    public void UseProfile(string path, string text) => Use(MeasuredProfile.FileName, path, text);

    /// <summary>The rules know the file by its name, whatever it is called on the disk.</summary>
    private void Use(string name, string path, string text)
    {
        path = Path.Combine(Path.GetDirectoryName(path)!, name);
        foreach (var id in Solution.ProjectIds)
        {
            var project = Solution.GetProject(id)!;
            foreach (var file in project.AdditionalDocuments.Where(file => Path.GetFileName(file.FilePath) == name))
                Solution = Solution.RemoveAdditionalDocument(file.Id);
            Solution = Solution.AddAdditionalDocument(DocumentId.CreateNewId(id), name, text, filePath: path);
        }
    }

    public void Dispose() => workspace.Dispose();
}
