using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Model;

public class SyncViewWaitTests
{
    [Test]
    public void Wait_Result_IsTheCalls() =>
        Assert.That(SyncView.Wait(20, static async value => { await Task.Yield(); return value + 1; }), Is.EqualTo(21));

    [Test]
    public void Wait_UnderASynchronizationContext_DoesNotDeadlock()
    {
        var result = OnAThreadOfItsOwn(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new StuckSynchronizationContext());
            SyncView.Wait(0, static async _ => await Task.Yield());
            return SyncView.Wait(20, static async value => { await Task.Yield(); return value + 1; });
        });
        Assert.That(result, Is.EqualTo(21));
    }

    [Test]
    public void Wait_UnderATaskScheduler_DoesNotDeadlock()
    {
        var exclusive = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        var result = OnAThreadOfItsOwn(() => Task.Factory.StartNew(
            static () => SyncView.Wait(20, static async value => { await Task.Yield(); return value + 1; }),
            CancellationToken.None,
            TaskCreationOptions.None,
            exclusive).GetAwaiter().GetResult());
        Assert.That(result, Is.EqualTo(21));
    }

    [Test]
    public void Wait_NoContext_StartsOnTheCallersThread()
    {
        var (here, there) = OnAThreadOfItsOwn(static () => (
            Environment.CurrentManagedThreadId,
            SyncView.Wait(0, static _ => Task.FromResult(Environment.CurrentManagedThreadId))));
        Assert.That(there, Is.EqualTo(here));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Wait_CallFails_ThrowsTheOriginalWithItsStack(bool hasContext)
    {
        var thrown = OnAThreadOfItsOwn(() =>
        {
            if (hasContext)
                SynchronizationContext.SetSynchronizationContext(new StuckSynchronizationContext());
            return Assert.Throws<InvalidDataException>(() => SyncView.Wait(0, static _ => FailAsync()));
        });
        Assert.That(thrown!.StackTrace, Does.Contain(nameof(FailAsync)));
    }

    [Test]
    public void Wait_CallThrowsBeforeItsTask_ThrowsTheOriginal() =>
        Assert.Throws<InvalidDataException>(() => SyncView.Wait<int, int>(0, static _ => throw new InvalidDataException()));

    [Test]
    public void Wait_CallIsCanceled_ThrowsCancellation() =>
        Assert.Catch<OperationCanceledException>(
            () => SyncView.Wait(0, static _ => Task.FromCanceled<int>(new CancellationToken(canceled: true))));

    [Test]
    public void Wait_NullTask_SaysSo() =>
        Assert.Throws<InvalidOperationException>(() => SyncView.Wait<int, int>(0, static _ => null!));

    [Test]
    public void Wait_CompletedCall_AllocatesNothing()
    {
        var answer = Task.FromResult(1);
        var allocated = OnAThreadOfItsOwn(() =>
        {
            Measure();
            return Measure();
        });
        Assert.That(allocated, Is.Zero);

        long Measure()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            SyncView.Wait(answer, static answer => answer);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static async Task<int> FailAsync()
    {
        await Task.Yield();
        throw new InvalidDataException();
    }

    /// <summary>A deadlock fails the test instead of hanging it.</summary>
    private static T OnAThreadOfItsOwn<T>(Func<T> body)
    {
        var task = Task.Factory.StartNew(body, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Assert.That(((IAsyncResult)task).AsyncWaitHandle.WaitOne(TimeSpan.FromSeconds(30)), Is.True, "it is stuck");
        return task.GetAwaiter().GetResult();
    }
}
