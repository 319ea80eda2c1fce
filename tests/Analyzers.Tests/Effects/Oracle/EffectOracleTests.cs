using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Effects;
using Pipeline.Contract;
using Pipeline.TestKit;

namespace Pipeline.Analyzers.Tests.Effects.Oracle;

/// <summary>
/// What the inference says of random bodies, held against what they do: of a body that was found to change nothing, two runs
/// must leave everything that it can reach as it was. PIPELINE_EFFECT_BODIES sets how many, PIPELINE_EFFECT_SEED where to begin.
/// </summary>
[NonParallelizable]
public class EffectOracleTests
{
    private const int BatchSize = 200;

    private static readonly string Types = File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Effects", "Oracle", "OracleTypes.txt"));

    private static int Bodies => Setting("PIPELINE_EFFECT_BODIES", 400);

    private static int FirstSeed => Setting("PIPELINE_EFFECT_SEED", 1);

    [Test, CancelAfter(3_600_000)]
    public void Body_ThatIsFoundToChangeNothing_ChangesNothing(CancellationToken cancellationToken)
    {
        int queries = 0, ran = 0;
        var wrong = new List<string>();
        for (int first = FirstSeed; first < FirstSeed + Bodies; first += BatchSize)
        {
            int count = Math.Min(BatchSize, FirstSeed + Bodies - first);
            var bodies = Enumerable.Range(first, count).Select(static seed => (Seed: seed, Text: new EffectBodyGenerator(seed).Next())).ToArray();
            Run(bodies, ref queries, ref ran, wrong, cancellationToken);
        }

        TestContext.Out.WriteLine($"seeds {FirstSeed} to {FirstSeed + Bodies - 1}: {queries} bodies found to change nothing, {ran} of them run, {wrong.Count} wrong");
        Assert.That(wrong, Is.Empty, string.Join("\n", wrong));
        Assert.That(ran, Is.GreaterThan(Bodies / 20), "too few bodies were found to change nothing for this to prove anything");
    }

    private static void Run((int Seed, string Text)[] bodies, ref int queries, ref int ran, List<string> wrong, CancellationToken cancellationToken)
    {
        var compilation = Compile(bodies);
        var errors = compilation.GetDiagnostics(cancellationToken).Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).ToArray();
        var broken = errors.Select(static error => error.Location.GetLineSpan().StartLinePosition.Line).ToHashSet();
        if (errors.Length > 0)
        {
            // A template that does not fit its neighbours costs its body, not the batch.
            bodies = [.. bodies.Where((_, index) => !broken.Contains(index + 2))];
            compilation = Compile(bodies);
        }

        var effects = new EffectClassifier(compilation, new AnalyzerOptions([]).AnalyzerConfigOptionsProvider);
        var found = compilation.GetTypeByMetadataName("OracleWorld.Host")!.GetMembers().OfType<IMethodSymbol>()
            .Where(method => method.Name.StartsWith("Body", StringComparison.Ordinal) && effects.EffectOf(method, cancellationToken).Effect is ApiEffect.None or ApiEffect.Reads)
            .Select(static method => method.Name)
            .ToHashSet();
        queries += found.Count;
        var world = Load(compilation);
        foreach (var (seed, text) in bodies.Where(body => found.Contains(Name(body.Seed))))
        {
            if (Changes(world, Name(seed)) is not { } changes)
                continue;
            ran++;
            if (changes)
                wrong.Add($"seed {seed}: {text}");
        }
    }

    private static CSharpCompilation Compile((int Seed, string Text)[] bodies) => ServiceCompilation.Create(
        Types,
        $"using System.Collections.Immutable; using System.IO; using System.Runtime.InteropServices; using System.Text; namespace OracleWorld;\npublic partial class Host {{\n{string.Join("\n", bodies.Select(static body => $"public int {Name(body.Seed)}(Arg a, int k) {{ {body.Text} }}"))}\n}}");

    private static string Name(int seed) => "Body" + seed.ToString(CultureInfo.InvariantCulture);

    private static Assembly Load(CSharpCompilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.That(emitted.Success, Is.True, string.Join("\n", emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity is DiagnosticSeverity.Error).Take(5)));
        image.Position = 0;
        return new AssemblyLoadContext("effects", isCollectible: true).LoadFromStream(image);
    }

    /// <summary>Whether running the body twice changes anything; null if it does not come to an end without an exception of its own making.</summary>
    private static bool? Changes(Assembly world, string body)
    {
        var type = world.GetType("OracleWorld.Host")!;
        var globals = world.GetType("OracleWorld.Globals")!;
        object host = Activator.CreateInstance(type)!;
        object argument = Activator.CreateInstance(world.GetType("OracleWorld.Arg")!)!;
        string before = Snapshot();
        for (int run = 0; run < 2; run++)
        {
            try
            {
                type.GetMethod(body)!.Invoke(host, [argument, run]);
            }
            catch (TargetInvocationException)
            {
                // What was written before it threw counts all the same.
            }

            if (Snapshot() != before)
                return true;
        }

        return false;

        string Snapshot() => WorldSnapshot.Of(host, argument) + WorldSnapshot.OfStatics(globals);
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
