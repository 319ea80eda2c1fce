using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Pipeline.EditCost;

/// <summary>An editor's session: one driver that remembers, one compilation after another.</summary>
internal sealed class Session(Subject subject, SyntheticCode code)
{
    private const string Statement = "var total = (double)row.Id;";

    private CSharpCompilation _compilation = code.Compilation;
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(subject.Generators(), parseOptions: SyntheticCode.ParseOptions);
    private int _edit;

    public int GeneratedFiles => _driver.GetRunResult().GeneratedTrees.Length;

    public void RunFirst() => Run();

    /// <summary>The median cost of the run after an edit; what the parser does with the edit is not part of it.</summary>
    public Cost Measure(EditKind kind, int edits)
    {
        const int WarmUp = 3;
        var costs = new List<Cost>();
        for (int done = 0; done < WarmUp + edits; done++)
        {
            Edit(kind);
            costs.Add(Cost.Of(Run));
        }

        return Cost.Median([.. costs.Skip(WarmUp)]);
    }

    private void Run()
    {
        _driver = _driver.RunGenerators(_compilation);
        if (_driver.GetRunResult().Results.FirstOrDefault(result => result.Exception is not null).Exception is { } exception)
            throw new InvalidOperationException("A generator failed.", exception);
    }

    private void Edit(EditKind kind)
    {
        _edit++;
        var trees = _compilation.SyntaxTrees;
        var tree = kind is EditKind.Body or EditKind.Signature
            ? trees[2 + (_edit % (trees.Length - 2))]
            : trees.Single(tree => tree.ToString().StartsWith("namespace Synthetic;", StringComparison.Ordinal));
        string before = tree.ToString();
        var edited = tree.WithChangedText(SourceText.From(Edit(kind, before)));
        edited.GetRoot();
        _compilation = _compilation.ReplaceSyntaxTree(tree, edited);
    }

    private string Edit(EditKind kind, string text) => kind switch
    {
        EditKind.Body => text.Insert(text.IndexOf(Statement, StringComparison.Ordinal), $"row = row with {{ Id = {_edit} }};\n"),
        EditKind.Signature when subject.Code == "mediator" => Regex.Replace(text, @"\bCompute0(X\d+)?(?=OfFlow0)", $"Compute0X{_edit}"),
        EditKind.Signature => new Regex(@"\bCompute0(X\d+)?(?=Async)").Replace(text, $"Compute0X{_edit}", count: 1),
        EditKind.OutsideBody => text.Replace("=> 0;", $"=> 0 * {_edit};", StringComparison.Ordinal) is var changed && changed != text
            ? changed
            : Regex.Replace(text, @"0 \* \d+", $"0 * {_edit}"),
        _ => text.Insert(text.LastIndexOf('}'), $"    public static int More{_edit}(int x) => x;\n"),
    };
}
