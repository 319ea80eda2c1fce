namespace Pipeline.Package.Tests;

[TestFixture]
internal sealed class ConsumerTests
{
    private const string Program = """
        using Pipeline;

        await using var app = await PipelineApp.StartAsync<Ensemble>();
        Console.WriteLine($"score {await app.GetProxy<Ensemble.Proxy>().ToAsync.Predict([1f, 3f])}");

        [Service]
        public partial class Mean
        {
            /// <summary>The mean of the values.</summary>
            [Api] public float Predict(float[] data) => data.Average();

            /// <summary>One that callers have to opt in to.</summary>
            [Api, System.Runtime.Versioning.RequiresPreviewFeatures] public float Median(float[] data) => data.Order().ElementAt(data.Length / 2);
        }

        [Service]
        public partial class Ensemble(Mean.Proxy mean)
        {
            /// <summary>Twice the mean.</summary>
            [Api]
            public async Task<float> PredictAsync(float[] data, CancellationToken ct)
            {
                var (a, b) = await Gather.All(mean.ToAsync.Predict(data, ct), mean.ToAsync.Predict(data, ct));
                return a + b;
            }
        }
        """;

    private const string Strict = """
        using Pipeline;
        [assembly: CLSCompliant(true)]

        """;

    [Test]
    public void Consumer_WithOnlyThePackage_BuildsWithoutAWarningAndRuns()
    {
        var run = new Consumer("runs", Program, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>").Run().Succeeded();

        Assert.That(run.Output, Does.Contain("score 4"));
    }

    [Test]
    public void GeneratedCode_UnderEveryRuleOfTheSdk_WarnsAboutNothing()
    {
        var build = new Consumer("strict", Program.Replace("using Pipeline;\n", Strict, StringComparison.Ordinal), """
            <AnalysisLevel>latest-all</AnalysisLevel>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            """).Build().Succeeded();

        Assert.That(build.Output.Split('\n').Where(line => line.Contains(".g.cs(", StringComparison.Ordinal)), Is.Empty);
        Assert.That(build.Output, Does.Contain("warning CA"), "the rules must have run at all");
    }

    [Test]
    public void Service_ThatIsNotPartial_IsAnErrorAtItsNameAndNotInItsDependents()
    {
        var build = new Consumer("broken", """
            using Pipeline;

            Console.WriteLine();

            [Service]
            public class Mean
            {
                [Api] public float Predict(float[] data) => data.Average();
            }

            [Service]
            public partial class Uses(Mean.Proxy mean)
            {
                [Api] public float Predict(float[] data) => mean.Predict(data);
            }
            """).Build();

        Assert.That(build.ExitCode, Is.Not.Zero);
        Assert.That(build.Output, Does.Contain("Program.cs(6,14): error CS0260"));
        Assert.That(build.Output, Does.Not.Contain("CS0426"));
    }
}
