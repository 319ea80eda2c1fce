using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using Pipeline.TestKit;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Whatever is edited in whatever order, a driver that remembers writes what one that has seen nothing before writes.</summary>
public sealed class EditFuzzTests
{
    private const int Sequences = 30;
    private const int Edits = 8;
    private const int Files = 6;

    /// <summary>Edits of the kinds that people make; most show in what is generated, some only in other files than the one edited.</summary>
    private static readonly (string Before, string After)[] Changes =
    [
        ("int", "long"), ("string?", "string"), ("Mode", "Bits"), ("= -1", "= 4"), ("= 5", "= 6"), ("public", "internal"), ("internal", "private"),
        ("class", "struct"), ("[Api]", "[Api, System.Obsolete]"), ("[Api]", ""), ("[Service]", ""), ("Task<string?>", "ValueTask<string?>"),
        ("throw null!", "default!"), ("namespace ", "#nullable disable\nnamespace "), ("using Pipeline;", "using Pipeline; using System;"),
        ("abstract", "virtual"), ("partial", ""), ("{ get;", "{ private get;"), ("=> 1;", "=> 2;"), ("Base", "BaseOf<string, int>"),
        ("ModelA", "ModelB"), ("Generic", "Generic2"), ("Point", "Trial"), ("Obsolete(\"x\"", "Obsolete(\"y\""), ("Run", "Walk"),
        ("default", "null!"), ("async", ""), ("sealed", ""), ("[Depends]", ""), ("(\"EXP1\")", "(\"EXP2\")"),
    ];

    [Test]
    public void Driver_AfterRandomEdits_WritesWhatAFreshOneWrites()
    {
        int seed = FuzzSeed.Choose();
        var random = new Random(seed);
        var declarations = new RandomDeclarations(seed);
        int seen = 0;
        for (int sequence = 0; sequence < Sequences; sequence++)
        {
            var compilation = ServiceCompilation.Create(
                [RandomTypes.Helpers, .. Enumerable.Range(sequence * Files, Files).Select(number => declarations.Next(number).ToString())]);
            var run = GeneratorRun.Start(compilation);
            for (int edit = 0; edit < Edits; edit++)
            {
                var before = run.Sources.ToArray();
                var unedited = compilation;
                compilation = Edit(compilation, random);
                run = run.Next(compilation);
                var fresh = GeneratorRun.Start(compilation);
                if (!Enumerable.SequenceEqual(run.Sources, fresh.Sources))
                {
                    var (wrong, right) = (run.Sources.Except(fresh.Sources), fresh.Sources.Except(run.Sources));
                    Assert.Fail($"""
                        Seed {seed}, sequence {sequence}, edit {edit}:
                        {string.Join('\n', unedited.SyntaxTrees.Except(compilation.SyntaxTrees))}
                        -- edited to --
                        {string.Join('\n', compilation.SyntaxTrees.Except(unedited.SyntaxTrees))}
                        -- writes --
                        {Show(wrong)}
                        -- instead of --
                        {Show(right)}
                        """);
                }

                seen += Enumerable.SequenceEqual(run.Sources, before) ? 0 : 1;
            }
        }

        TestContext.Out.WriteLine($"{Sequences * Edits} edits, of which {seen} changed a generated file.");
        Assert.That(seen, Is.GreaterThan(Sequences), "Edits that change nothing prove nothing.");
    }

    private static string Show(IEnumerable<(string HintName, string Text)> files) =>
        string.Join('\n', files.Select(file => $"// {file.HintName}\n{file.Text}"));

    private static CSharpCompilation Edit(CSharpCompilation compilation, Random random)
    {
        var tree = compilation.SyntaxTrees[random.Next(compilation.SyntaxTrees.Length)];
        string text = tree.ToString();
        string edited = random.Next(4) == 0 ? CodeBeingTyped.Disturb(text, random) : Change(text, random);
        return compilation.ReplaceSyntaxTree(tree, tree.WithChangedText(SourceText.From(edited)));
    }

    private static string Change(string text, Random random)
    {
        var (before, after) = Changes[random.Next(Changes.Length)];
        int at = text.IndexOf(before, random.Next(text.Length), StringComparison.Ordinal);
        return at < 0 ? text : text[..at] + after + text[(at + before.Length)..];
    }
}
