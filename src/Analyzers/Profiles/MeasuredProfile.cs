using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.Analyzers.Profiles;

/// <summary>What a run of the program measured, as <c>pipeline.profile.json</c> among the additional files says. Immutable.</summary>
internal sealed class MeasuredProfile
{
    public const string FileName = "pipeline.profile.json";

    private const int Version = 1;

    /// <summary>A text that has not changed is not read again with every edit of the code.</summary>
    private static readonly ConditionalWeakTable<SourceText, MeasuredProfile> Read = new();

    private readonly Dictionary<string, MeasuredApi> _apis = new(StringComparer.Ordinal);

    private MeasuredProfile(SourceText text)
    {
        try
        {
            var root = (Dictionary<string, object?>)Json.Parse(text.ToString())!;
            if (root["version"] is not (double)Version)
                Defect = $"its version is {root["version"]}, and {Version} is read";
            else
                Add(root);
        }
        catch (FormatException exception)
        {
            Defect = exception.Message;
        }
        catch (Exception exception) when (exception is InvalidCastException or KeyNotFoundException or NullReferenceException)
        {
            Defect = "it is JSON of another form";
        }

        if (Defect is not null)
            _apis.Clear();
    }

    /// <summary>What is wrong with the file, so that nothing is taken from it; null for nothing.</summary>
    public string? Defect { get; }

    /// <summary>The names of the APIs in it.</summary>
    public IEnumerable<string> Apis => _apis.Keys;

    /// <summary>The profile among the additional files, with its file; null where there is none, or it is out of reach.</summary>
    public static (AdditionalText File, MeasuredProfile Profile)? Of(AnalyzerOptions options, CancellationToken cancellationToken)
    {
        foreach (var file in options.AdditionalFiles)
        {
            if (IsProfile(file.Path) && file.GetText(cancellationToken) is { } text)
                return (file, Read.GetValue(text, static key => new(key)));
        }

        return null;
    }

    /// <summary>What was measured of an API; null where nothing was.</summary>
    public MeasuredApi? Find(string api) => _apis.TryGetValue(api, out var found) ? found : null;

    private static bool IsProfile(string path) => string.Equals(Path.GetFileName(path), FileName, StringComparison.OrdinalIgnoreCase);

    private void Add(Dictionary<string, object?> root)
    {
        foreach (var api in Objects(root["apis"]))
        {
            var callees = new Dictionary<string, MeasuredCallee>(StringComparer.Ordinal);
            foreach (var callee in Objects(api["callees"]))
                callees[(string)callee["callee"]!] = new((double)callee["calls"]!, (double)callee["p50"]!);
            string name = (string)api["api"]!;
            _apis[name] = new(name, (double)api["p50"]!, (double)api["own"]!, callees);
        }
    }

    private static IEnumerable<Dictionary<string, object?>> Objects(object? array) =>
        ((List<object?>)array!).Select(static item => (Dictionary<string, object?>)item!);
}
