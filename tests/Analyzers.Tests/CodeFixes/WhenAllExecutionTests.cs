using System.Reflection;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Pipeline.Analyzers.Rules.Parallelism;
using Pipeline.CodeFixes.Rules;

namespace Pipeline.Analyzers.Tests.CodeFixes;

/// <summary>Runs what the fix makes of a project without Pipeline.</summary>
public class WhenAllExecutionTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        using Pipeline;

        namespace Pipeline
        {
            public sealed class ConcurrentSafeAttribute : Attribute;
        }

        [ConcurrentSafe]
        public sealed class Client(List<string> log, Dictionary<string, TaskCompletionSource<string>> answers)
        {
            public Task<string> GetAsync(string what)
            {
                log.Add(what);
                return answers[what].Task;
            }

            public async Task<int> CountAsync(string what) => (await GetAsync(what)).Length;
        }

        public static class Reader
        {
            public static async Task<string> ReadAsync(Client client)
            {
                var a = await client.GetAsync("a");
                var b = await client.GetAsync(a + "b");
                var c = await client.CountAsync("c");
                return a + b + c;
            }
        }
        """;

    private readonly List<string> _log = [];
    private readonly Dictionary<string, TaskCompletionSource<string>> _answers = new() { ["a"] = new(), ["Ab"] = new(), ["c"] = new() };

    [SetUp]
    public void Clear()
    {
        _log.Clear();
        foreach (var what in _answers.Keys)
            _answers[what] = new();
    }

    [Test]
    public async Task Fixed_Calls_OverlapAndGiveWhatTheyGave()
    {
        var read = await RunFixedAsync();
        Assert.That(_log, Is.EqualTo(["a", "c"]));

        _answers["c"].SetResult("123");
        _answers["a"].SetResult("A");
        _answers["Ab"].SetResult("B");

        Assert.That(await read, Is.EqualTo("AB3"));
    }

    [Test]
    public async Task Fixed_SeveralFailures_ThrowsTheFirstOfTheSourceAfterAllHaveEnded()
    {
        var read = await RunFixedAsync();

        _answers["c"].SetException(new TimeoutException("c"));
        _answers["a"].SetResult("A");
        Assert.That(read.IsCompleted, Is.False);
        _answers["Ab"].SetException(new InvalidOperationException("b"));

        Assert.That(async () => await read, Throws.InvalidOperationException.With.Message.EqualTo("b"));
    }

    [Test]
    public async Task Fixed_FirstFails_ItsFailureComesOutOnceOthersHaveEnded()
    {
        var read = await RunFixedAsync();

        _answers["a"].SetException(new TimeoutException("a"));
        Assert.That(read.IsCompleted, Is.False);
        _answers["c"].SetResult("");

        Assert.That(async () => await read, Throws.TypeOf<TimeoutException>().With.Message.EqualTo("a"));
        Assert.That(_log, Does.Not.Contain("Ab"));
    }

    private async Task<Task<string>> RunFixedAsync()
    {
        var assembly = await FixedAssembly.Value;
        var client = Activator.CreateInstance(assembly.GetType("Client")!, _log, _answers);
        return (Task<string>)assembly.GetType("Reader")!.GetMethod("ReadAsync")!.Invoke(null, [client])!;
    }

    private static Lazy<Task<Assembly>> FixedAssembly { get; } = new(static async () =>
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.CurrentSolution.AddProject("Alone", "Alone", LanguageNames.CSharp)
            .WithCompilationOptions(new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary))
            .AddMetadataReferences(Net100.References.All)
            .AddDocument("Source.cs", Source);
        var changed = await FixAsync(document);
        using var stream = new MemoryStream();
        var result = (await changed.Project.GetCompilationAsync())!.Emit(stream);
        Assert.That(result.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        return Assembly.Load(stream.ToArray());
    });

    private static async Task<Document> FixAsync(Document document)
    {
        var compilation = (await document.Project.GetCompilationAsync())!.WithAnalyzers([new SequentialClientAwaitsAnalyzer()]);
        var report = (await compilation.GetAnalyzerDiagnosticsAsync()).Single();
        var actions = new List<CodeAction>();
        await new SequentialClientAwaitsCodeFix().RegisterCodeFixesAsync(new CodeFixContext(document, report, (action, _) => actions.Add(action), default));
        var operation = (await actions[0].GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
        return operation.ChangedSolution.GetDocument(document.Id)!;
    }
}
