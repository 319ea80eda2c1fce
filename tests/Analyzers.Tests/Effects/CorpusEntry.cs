namespace Pipeline.Analyzers.Tests.Effects;

/// <summary>One body of the corpus: what it stands for, and the members of a service that show it.</summary>
/// <param name="Name">The service's name.</param>
/// <param name="Reason">What is special about the body, in words.</param>
/// <param name="Source">The service's source.</param>
internal sealed record CorpusEntry(string Name, string Reason, string Source)
{
    /// <summary>The name of the service it is about, where it declares more than one.</summary>
    public string Callee => Source.Contains($"class Sub{Name}", StringComparison.Ordinal) ? "Sub" + Name : Name;

    public override string ToString() => Reason;

    /// <summary>
    /// The entries of a folder's text files. Each begins with <c># reason</c>; a line in parentheses holds the constructor's
    /// parameters, all others hold members; <c>@@</c> stands for the service's name.
    /// </summary>
    public static IEnumerable<CorpusEntry> ReadAll(string folder) =>
        from file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)
        let kind = Path.GetFileNameWithoutExtension(file)
        from entry in File.ReadAllText(file).Split("# ", StringSplitOptions.RemoveEmptyEntries).Select(static (text, index) => (Text: text, Index: index))
        let lines = entry.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        let name = $"{Path.GetFileName(folder)}{kind}{entry.Index + 1}"
        let parameters = lines.Skip(1).FirstOrDefault(static line => line[0] is '(') ?? ""
        let members = lines.Skip(1).Where(static line => line[0] is not '(')
        select new CorpusEntry(name, $"{kind}: {lines[0]}", $"[Service] public partial class {name}{parameters}\n{{\n{string.Join('\n', members).Replace("@@", name)}\n}}\n");
}
