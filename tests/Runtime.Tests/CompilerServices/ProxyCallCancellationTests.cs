using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class ProxyCallCancellationTests
{
    private readonly AnyProxy _proxy = new();

    [Test]
    public void Run_CanceledBefore_NeverRuns()
    {
        var ran = false;
        var call = ProxyCall.Run(_proxy, 0, _ => { ran = true; }, new CancellationToken(canceled: true));

        Assert.That(call.IsCanceled, Is.True);
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task Run_CanceledWhileQueued_IsCanceledAtOnceAndNeverRuns()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        var ran = false;
        var canceled = ProxyCall.Run(_proxy, 0, _ => ran = true, cancellation.Token);
        var next = ProxyCall.Run(_proxy, 0, static _ => true, default);

        await cancellation.CancelAsync();
        Assert.That(canceled.IsCanceled, Is.True);
        var thrown = await Assert.CatchAsync<OperationCanceledException>(() => canceled);
        Assert.That(thrown!.CancellationToken, Is.EqualTo(cancellation.Token));

        await gate.OpenAsync();
        Assert.That(await next, Is.True);
        Assert.That(ran, Is.False);
    }

    [Test]
    public async Task Run_CanceledWhileQueued_LetsGoOfItsArguments()
    {
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        var argument = CancelInQueue();
        GC.Collect();
        Assert.That(argument.IsAlive, Is.False);
    }

    [Test]
    public async Task Run_CanceledWhileRunning_IsCanceledAtOnceAndHoldsItsSlot()
    {
        using var cancellation = new CancellationTokenSource();
        using var rest = new SlotGate();
        using var open = new ManualResetEventSlim();
        await rest.HoldAsync(_proxy, Environment.ProcessorCount - 1);
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = false;
        var call = ProxyCall.Run(_proxy, 0, _ =>
        {
            running.SetResult();
            open.Wait();
            Volatile.Write(ref ended, true);
        }, cancellation.Token);
        await running.Task;
        var next = ProxyCall.Run(_proxy, 0, _ => Volatile.Read(ref ended), default);

        await cancellation.CancelAsync();
        Assert.That(call.IsCanceled, Is.True);

        open.Set();
        Assert.That(await next, Is.True, "the next call waited for the body to end");
    }

    [Test]
    public async Task Run_FailsAfterItWasCanceled_IsObserved()
    {
        using var unobserved = new UnobservedExceptions();
        await FailLateAsync();
        Assert.That(unobserved.Collect().OfType<InvalidDataException>(), Is.Empty);

        async Task FailLateAsync()
        {
            using var cancellation = new CancellationTokenSource();
            using var open = new ManualResetEventSlim();
            var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var call = ProxyCall.Run<int, int>(_proxy, 0, _ =>
            {
                running.SetResult();
                open.Wait();
                throw new InvalidDataException("late");
            }, cancellation.Token);
            await running.Task;
            await cancellation.CancelAsync();
            Assert.That(call.IsCanceled, Is.True);
            open.Set();
            await DrainAsync();
        }
    }

    [Test]
    public async Task Run_CallersContinuation_DoesNotRunInsideCancel()
    {
        using var cancellation = new CancellationTokenSource();
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        var thread = 0;
        var continuation = ProxyCall.Run(_proxy, 0, static _ => 0, cancellation.Token).ContinueWith(
            _ => thread = Environment.CurrentManagedThreadId,
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

        var canceling = new Thread(cancellation.Cancel);
        canceling.Start();
        await continuation;
        Assert.That(thread, Is.Not.EqualTo(canceling.ManagedThreadId));
        canceling.Join();
    }

    [Test]
    public async Task Run_CanceledAfterItsEnd_KeepsItsResult()
    {
        using var cancellation = new CancellationTokenSource();
        var call = ProxyCall.Run(_proxy, 3, static value => value, cancellation.Token);
        await call;
        await cancellation.CancelAsync();

        Assert.That(await call, Is.EqualTo(3));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference CancelInQueue()
    {
        using var cancellation = new CancellationTokenSource();
        var argument = new object();
        _ = ProxyCall.Run(_proxy, argument, static argument => argument, cancellation.Token);
        cancellation.Cancel();
        return new WeakReference(argument);
    }

    /// <summary>Returns when all slots have been free at once.</summary>
    private async Task DrainAsync()
    {
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
    }
}
