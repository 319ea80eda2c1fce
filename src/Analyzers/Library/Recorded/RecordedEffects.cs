using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Analyzers.Library.Recorded;

/// <summary>What the solution's effect file says of methods whose bodies are out of sight. Safe for concurrent use.</summary>
internal sealed class RecordedEffects
{
    public static readonly RecordedEffects None = new(EffectFile.Empty);

    private static readonly ConditionalWeakTable<SourceText, RecordedEffects> Files = new();

    private readonly ImmutableDictionary<string, RecordedMember> _members;
    private readonly ConcurrentDictionary<string, bool>? _wanted;

    /// <param name="file">What is recorded.</param>
    /// <param name="wanted">Told the name of everything that is asked for; null where nobody records.</param>
    public RecordedEffects(EffectFile file, ConcurrentDictionary<string, bool>? wanted = null)
    {
        _members = file.Members.ToImmutableDictionary(static member => member.Id);
        _wanted = wanted;
    }

    /// <summary>What the project's effect file says; nothing where it has none.</summary>
    public static RecordedEffects Of(AnalyzerOptions options, CancellationToken cancellationToken = default) =>
        FileOf(options)?.GetText(cancellationToken) is { } text
            ? Files.GetValue(text, static text => new(EffectFile.Parse(text.ToString())))
            : None;

    public static AdditionalText? FileOf(AnalyzerOptions options)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (Path.GetFileName(file.Path) is EffectFile.Name)
                return file;
        }

        return null;
    }

    /// <summary>What is recorded of the method; null if nothing.</summary>
    public RecordedMember? Find(IMethodSymbol method) =>
        IsAsked && IdOf(method) is { } id && _members.TryGetValue(Want(id), out var member) ? member : null;

    /// <summary>A method as the file names it, or a type.</summary>
    public static string? IdOf(ISymbol symbol) =>
        (symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol).OriginalDefinition.GetDocumentationCommentId();

    private bool IsAsked => _wanted is not null || !_members.IsEmpty;

    private string Want(string id)
    {
        _wanted?.TryAdd(id, true);
        return id;
    }
}
