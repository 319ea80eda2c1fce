using Pipeline.Differential.Fixing;
using Pipeline.Differential.Generation;

namespace Pipeline.Differential;

/// <summary>Bodies whose fix was wrong once.</summary>
public class RegressionTests
{
    private static readonly string Folder = Path.Combine(TestContext.CurrentContext.TestDirectory, "Regressions");

    private static IEnumerable<string> Bodies => Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    [TestCaseSource(nameof(Bodies))]
    public async Task CodeFix_BodyThatFailedOnce_ChangesNothingButTime(string name)
    {
        var body = new BodySource(name, await File.ReadAllTextAsync(Path.Combine(Folder, $"{name}.cs")));

        var results = await BodyProof.ProveAsync([body], new Stages(), Enum.GetValues<Strategy>());

        Assert.That(results, Has.Count.EqualTo(Enum.GetValues<Strategy>().Length), "the body does not compile");
        Assert.That(results.Select(result => result.Failure), Has.All.Null);
    }
}
