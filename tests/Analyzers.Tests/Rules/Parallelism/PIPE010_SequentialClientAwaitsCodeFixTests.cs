using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Testing;
using Pipeline.Analyzers.Rules.Parallelism;
using Verify = Pipeline.Analyzers.Tests.CodeFixVerifier<
    Pipeline.Analyzers.Rules.Parallelism.SequentialClientAwaitsAnalyzer,
    Pipeline.CodeFixes.Rules.SequentialClientAwaitsCodeFix>;

namespace Pipeline.Analyzers.Tests.Rules.Parallelism;

public class SequentialClientAwaitsCodeFixTests
{
    private const string TwoRequests = """
        var page = await [|client.GetStringAsync(first)|];
        var other = await client.GetByteArrayAsync(second);
        return page.Length + other.Length;
        """;

    [Test]
    public Task Requests_InAProjectWithPipeline_AreGathered() => Verify.VerifyAsync(
        Source(TwoRequests),
        Source("""
            var (page, other) = await Gather.All(client.GetStringAsync(first), GetOtherAsync());
            return page.Length + other.Length;

            async Task<byte[]> GetOtherAsync() => await client.GetByteArrayAsync(second);
            """));

    [Test]
    public Task Requests_InALoop_AreRunByGatherEach() => Verify.VerifyAsync(
        Source("""
            var ids = new[] { 1, 2 };
            var all = new List<string>();
            foreach (var id in ids)
                all.Add(await [|client.GetStringAsync($"/a/{id}")|]);

            return all.Count;
            """),
        Source("""
            var ids = new[] { 1, 2 };
            var all = new List<string>();
            all.AddRange(await Gather.Each(ids, (id, _) => client.GetStringAsync($"/a/{id}"), maxConcurrency: 8));

            return all.Count;
            """));

    [Test]
    public Task Requests_InALoopOfAProjectWithoutPipeline_GetAReportAndNoFix()
    {
        const string Loop = """
            var ids = new[] { 1, 2 };
            var all = new System.Collections.Generic.List<string>();
            foreach (var id in ids)
                all.Add(await [|client.GetStringAsync($"/a/{id}")|]);

            return all.Count;
            """;
        return VerifyAloneAsync(Loop, Loop);
    }

    [Test]
    public Task Requests_InAProjectWithoutPipeline_AreAwaitedInOrderAfterAll() => VerifyAloneAsync(
        TwoRequests,
        """
        var pageTask = client.GetStringAsync(first);
        var otherTask = GetOtherAsync();
        await Task.WhenAll(pageTask, otherTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var page = await pageTask;
        var other = await otherTask;
        return page.Length + other.Length;

        async Task<byte[]> GetOtherAsync() => await client.GetByteArrayAsync(second);
        """);

    [Test]
    public Task Requests_OfOneType_AreJoinedWithoutResults() => VerifyAloneAsync(
        """
        // The first one.
        var page = await [|client.GetStringAsync(first)|].ConfigureAwait(false);

        // The other one.
        var other = await client.GetStringAsync(second).ConfigureAwait(false);
        return page.Length + other.Length;
        """,
        """
        var pageTask = client.GetStringAsync(first);
        var otherTask = GetOtherAsync();
        await Task.WhenAll((Task)pageTask, otherTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        // The first one.
        var page = await pageTask.ConfigureAwait(false);

        // The other one.
        var other = await otherTask.ConfigureAwait(false);
        return page.Length + other.Length;

        async Task<string> GetOtherAsync() => await client.GetStringAsync(second).ConfigureAwait(false);
        """);

    [Test]
    public Task Requests_InsideAnExpression_StayInTheirPlaces() => VerifyAloneAsync(
        """
        return (await [|client.GetStringAsync(first)|]).Length + (await client.GetByteArrayAsync(second)).Length;
        """,
        """
        var clientResultTask = client.GetStringAsync(first);
        var clientResult2Task = GetClientResult2Async();
        await Task.WhenAll(clientResultTask, clientResult2Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return (await clientResultTask).Length + (await clientResult2Task).Length;

        async Task<byte[]> GetClientResult2Async() => await client.GetByteArrayAsync(second);
        """);

    [Test]
    public Task Request_ForWhatAnotherFound_StartsInAFunction() => VerifyAloneAsync(
        """
        var page = await [|client.GetStringAsync(first)|];
        var next = await client.GetByteArrayAsync($"https://example.org/info/{page}");
        var other = await client.GetByteArrayAsync(second);
        return page.Length + next.Length + other.Length;
        """,
        """
        var pageTask = client.GetStringAsync(first);
        var nextTask = GetNextAsync();
        var otherTask = GetOtherAsync();
        await Task.WhenAll(pageTask, nextTask, otherTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        var page = await pageTask;
        var next = await nextTask;
        var other = await otherTask;
        return page.Length + next.Length + other.Length;

        async Task<byte[]> GetNextAsync()
        {
            var page = await pageTask;
            return await client.GetByteArrayAsync($"https://example.org/info/{page}");
        }

        async Task<byte[]> GetOtherAsync() => await client.GetByteArrayAsync(second);
        """);

    private static Task VerifyAloneAsync(string body, string fixedBody) =>
        new CSharpCodeFixTest<SequentialClientAwaitsAnalyzer, Pipeline.CodeFixes.Rules.SequentialClientAwaitsCodeFix, DefaultVerifier>
        {
            TestState = { Sources = { "#nullable enable\nusing System.Threading.Tasks;\n" + Source(body) } },
            FixedState = { Sources = { "#nullable enable\nusing System.Threading.Tasks;\n" + Source(fixedBody) } },
            ReferenceAssemblies = new("net10.0"),
            SolutionTransforms = { static (solution, project) => solution.AddMetadataReferences(project, Net100.References.All) },
        }.RunAsync();

    private static string Source(string body) => $$"""
        public class Reader
        {
            private const string first = "https://example.org/first", second = "https://example.org/second";
            public async Task<int> ReadAsync(System.Net.Http.HttpClient client)
            {
                {{body.ReplaceLineEndings("\n        ").Replace("\n        \n", "\n\n", StringComparison.Ordinal)}}
            }
        }
        """;
}
