using System.Runtime.CompilerServices;

namespace Pipeline.Runtime.Tests;

public sealed class GatherObservationTests : InlineContinuationTests
{
    private static readonly (string Name, Func<Task> Run)[] Gathers =
    [
        ("All", () => Gather.All(Boom(), Later(), Task.FromResult(1))),
        ("All after a null", () => Gather.All(null!, Later(), Boom())),
        ("All of a list", () => Gather.All([Boom(), Later(), Later()])),
        ("All of a void list", () => Gather.All((Task)Boom(), Later())),
        ("All of an interrupted sequence", () => Gather.All(Branches.ThenThrow(new InvalidOperationException(Marker), Boom(), Later()))),
        ("Settle", () => Gather.Settle(Boom(), Later())),
        ("Settle of a list", () => Gather.Settle([Boom(), Later()])),
        ("Settle of a void list", () => Gather.Settle((Task)Boom(), Later())),
        ("Settle of an interrupted sequence", () => Gather.Settle(Branches.ThenThrow(new InvalidOperationException(Marker), Boom(), Later()))),
        ("FailFast", () => Gather.FailFast(_ => Later(), _ => Later(), _ => Boom())),
        ("FailFast without results", () => Gather.FailFast(_ => (Task)Later(), _ => (Task)Boom())),
        ("First", () => Gather.First([_ => Boom(), _ => Later(), _ => Task.FromResult(1)])),
        ("First of none to succeed", () => Gather.First([_ => Boom(), _ => Later()])),
        ("Quorum", () => Gather.Quorum(2, [_ => Boom(), _ => Later(), _ => Later()])),
        ("Each", () => Gather.Each(Enumerable.Range(0, 20), (_, _) => Later(), 4)),
        ("Each without results", () => Gather.Each(Enumerable.Range(0, 20), (_, _) => (Task)Boom(), 4)),
    ];

    private static string Marker => "observe me";

    private static IEnumerable<TestCaseData> Cases => Gathers.Select(g => new TestCaseData(g.Run).SetArgDisplayNames(g.Name));

    [TestCaseSource(nameof(Cases))]
    public async Task Gather_BranchesFail_LeavesNoUnobservedException(Func<Task> gather)
    {
        Assert.That(await Unobserved(() => Ignore(gather)), Is.Empty);
    }

    [Test]
    public async Task Unobserved_TaskDropped_IsNoticed() =>
        Assert.That(await Unobserved(() => { _ = Boom(); return Task.CompletedTask; }), Is.Not.Empty);

    private static async Task<List<string>> Unobserved(Func<Task> run)
    {
        var seen = new List<string>();
        void Note(object? sender, UnobservedTaskExceptionEventArgs e)
        {
            lock (seen)
                seen.AddRange(e.Exception.InnerExceptions.Select(x => x.Message).Where(m => m == Marker));
        }

        TaskScheduler.UnobservedTaskException += Note;
        try
        {
            await Isolated(run);
            for (int i = 0; i < 5; i++)
            {
                // The thread that completed the gather may still have the branches on its stack.
                await Task.Delay(1);
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Note;
        }
        return seen;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Task Isolated(Func<Task> run) => Task.Run(run);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task Ignore(Func<Task> gather) => await gather().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private static Task<int> Boom() => Task.FromException<int>(new InvalidOperationException(Marker));

    private static Task<int> Later() => Branches.FailLater<int>(Marker);
}
