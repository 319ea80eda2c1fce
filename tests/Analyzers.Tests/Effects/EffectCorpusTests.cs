using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Names;

namespace Pipeline.Analyzers.Tests.Effects;

/// <summary>
/// Bodies behind names that read as if they only read. Those under Silent write, consume or cannot be known, and no call of
/// theirs may ever be reported; those under Queries must not be lost.
/// </summary>
public class EffectCorpusTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Effects", "Corpus");

    private static readonly CorpusEntry[] Silent = [.. CorpusEntry.ReadAll(Path.Combine(Folder, "Silent"))];

    private static readonly CorpusEntry[] Queries = [.. CorpusEntry.ReadAll(Path.Combine(Folder, "Queries"))];

    private static readonly EffectCorpus Corpus = new([.. Silent, .. Queries], File.ReadAllText(Path.Combine(Folder, "Types.cs")), Libraries);

    /// <summary>The real packages but for OpenAI's, whose members stand in Types.cs, so that the model's names are those of the libraries.</summary>
    private static IEnumerable<MetadataReference> Libraries => new[]
    {
        typeof(Microsoft.ML.OnnxRuntime.InferenceSession), typeof(Microsoft.ML.MLContext), typeof(Microsoft.ML.ITransformer), typeof(Microsoft.ML.IDataView),
        typeof(Microsoft.ML.Tokenizers.Tokenizer), typeof(System.Numerics.Tensors.TensorPrimitives), typeof(Microsoft.Extensions.AI.IChatClient),
    }.Select(static type => MetadataReference.CreateFromFile(type.Assembly.Location));

    private static IEnumerable<TestCaseData> SilentCases => Silent.Select(static entry => new TestCaseData(entry).SetArgDisplayNames(entry.Reason));

    private static IEnumerable<TestCaseData> QueryCases => Queries.Select(static entry => new TestCaseData(entry).SetArgDisplayNames(entry.Reason));

    [Test]
    public void Corpus_Compiles() => Assert.That(Corpus.Errors, Is.Empty);

    [TestCaseSource(nameof(SilentCases))]
    public void Body_ThatMayWrite_IsNeverReported(object entry) =>
        Assert.That(Corpus.ReportedFor((CorpusEntry)entry), Is.Empty, () => Corpus.EffectOf((CorpusEntry)entry).ToString());

    [TestCaseSource(nameof(QueryCases))]
    public void Body_ThatOnlyReads_IsAQuery(object entry) =>
        Assert.That(Corpus.EffectOf((CorpusEntry)entry), Has.Property(nameof(CallEffect.Kind)).EqualTo(EffectKind.Query), () => Corpus.EffectOf((CorpusEntry)entry).ToString());
}
