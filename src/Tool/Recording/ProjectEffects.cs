using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Library.Recorded;

namespace Pipeline.Tool.Recording;

/// <summary>What one project's bodies do, as far as is known of the others; read again when that is more.</summary>
internal sealed class ProjectEffects
{
    private readonly ConcurrentDictionary<string, bool> _wanted = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OwnSummary> _summaries = new(StringComparer.Ordinal);
    private readonly AnalyzerConfigOptionsProvider _options;
    private EffectClassifier _effects;

    public ProjectEffects(Compilation compilation, AnalyzerConfigOptionsProvider options)
    {
        (Compilation, _options) = (compilation, options);
        _effects = Classifier(EffectFile.Empty);
    }

    public Compilation Compilation { get; }

    public int Asked => _wanted.Count;

    /// <summary>Whether the project has asked for a method of another.</summary>
    public bool Wants(string id) => _wanted.ContainsKey(id);

    /// <summary>Forgets what was found with less known, if any of what is new was asked for.</summary>
    public void Learn(EffectFile file, IReadOnlyCollection<string> news)
    {
        if (!news.Any(_wanted.ContainsKey))
            return;
        _effects = Classifier(file);
        _summaries.Clear();
    }

    public OwnSummary SummaryOf(string id, IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!_summaries.TryGetValue(id, out var summary))
            _summaries.Add(id, summary = _effects.Summarize(method, cancellationToken));
        return summary;
    }

    private EffectClassifier Classifier(EffectFile file) => new(Compilation, _options, new RecordedEffects(file, _wanted));
}
