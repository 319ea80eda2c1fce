using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Tool.Loading;
using Pipeline.Tool.Recording;
using Spectre.Console.Cli;

namespace Pipeline.Tool.Commands;

/// <summary>What a scan does about the effect file before it looks: write it, compare it, or take it as it is.</summary>
internal static class EffectsStep
{
    /// <returns>The lines to print, and whether the file is out of date or could not be written.</returns>
    public static async Task<(IReadOnlyList<string> Lines, bool Failed)> RunAsync(
        ScanSettings settings, LoadedCode code, Action<string> report, CancellationToken cancellationToken)
    {
        bool records = settings.Record is { IsSet: true };
        bool verifies = settings.Verify is { IsSet: true };
        string path = PathOf(records ? settings.Record : settings.Verify) ?? Path.Combine(code.Root, EffectFile.Name);
        string? existing = File.Exists(path) ? await File.ReadAllTextAsync(path, cancellationToken) : null;
        var lines = new List<string>();
        bool explains = settings.Explain is not null;
        if ((records || verifies || explains) && !code.IsComplete)
            return (["Effects were not recorded: without all projects and their packages, nobody knows what else may run."], true);

        bool isStale = false;
        if (records || verifies || explains)
        {
            var (text, effects) = await EffectRecorder.RecordAsync(code.Solution, existing, report, cancellationToken);
            string[] changes = [.. EffectChanges.Between(existing ?? "", text)];
            if (records)
            {
                await File.WriteAllTextAsync(path, text, cancellationToken);
                existing = text;
                lines.Add($"{EffectFile.Parse(text).Members.Length} member(s) are recorded in {path}, {changes.Length} line(s) differ.");
            }
            else if (verifies && changes.Length > 0)
            {
                isStale = true;
                lines.Add($"{path} is out of date; run `pipeline scan --record`:");
                lines.AddRange(changes.Select(static change => "  " + change));
            }

            if (settings.Explain is { } name)
                lines.AddRange(effects.Explain(name, cancellationToken));
        }

        if (existing is not null)
            code.UseEffects(path, existing);
        return (lines, isStale);
    }

    private static string? PathOf(FlagValue<string>? option) =>
        option is { Value: { Length: > 0 } path } ? Path.GetFullPath(path) : null;
}
