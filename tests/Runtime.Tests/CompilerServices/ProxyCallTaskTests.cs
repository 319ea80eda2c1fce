using System.Runtime.CompilerServices;
using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class ProxyCallTaskTests
{
    [Test]
    public async Task Failed_Exception_FaultsWithIt()
    {
        var original = new InvalidDataException();
        Assert.That(await Assert.CatchAsync(() => ProxyCall.Failed<int>(original)), Is.SameAs(original));
        Assert.That(await Assert.CatchAsync(() => ProxyCall.Failed(original)), Is.SameAs(original));
        Assert.That(ProxyCall.Failed(new InvalidDataException()).IsFaulted, Is.True);
    }

    [Test]
    public async Task Failed_Cancellation_IsCanceledAndKeepsTheOriginal()
    {
        var original = new OperationCanceledException("enough");
        var call = ProxyCall.Failed<int>(original);

        Assert.That(call.IsCanceled, Is.True);
        Assert.That(ProxyCall.Failed(original).IsCanceled, Is.True);
        Assert.That(await Assert.CatchAsync(() => call), Is.SameAs(original));
    }

    [Test]
    public async Task NullTask_NamesTheApi()
    {
        var thrown = await Assert.ThrowsAsync<InvalidOperationException>(() => ProxyCall.NullTask<int>("ModelA.Predict"));
        Assert.That(thrown!.Message, Does.StartWith("ModelA.Predict "));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ProxyCall.NullTask("ModelA.Reset"));
    }

    [Test]
    public void Abandonable_TokenThatCannotBeCanceled_IsTheCallItself()
    {
        var call = new TaskCompletionSource<int>().Task;
        Assert.That(ProxyCall.Abandonable(call, CancellationToken.None), Is.SameAs(call));
        Assert.That(ProxyCall.Abandonable((Task)call, CancellationToken.None), Is.SameAs(call));
    }

    [Test]
    public void Abandonable_CompletedCall_IsTheCallItself()
    {
        using var cancellation = new CancellationTokenSource();
        var call = Task.FromResult(1);
        Assert.That(ProxyCall.Abandonable(call, cancellation.Token), Is.SameAs(call));
    }

    [Test]
    public void Abandonable_Null_StaysNull() =>
        Assert.That(ProxyCall.Abandonable((Task<int>)null!, new CancellationToken(canceled: true)), Is.Null);

    [Test]
    public async Task Abandonable_CallEndsFirst_PassesItsOutcomeOn()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new TaskCompletionSource<int>();
        var failing = new TaskCompletionSource();
        var call = ProxyCall.Abandonable(source.Task, cancellation.Token);
        var failure = ProxyCall.Abandonable(failing.Task, cancellation.Token);
        var original = new InvalidDataException();
        source.SetResult(5);
        failing.SetException(original);

        Assert.That(await call, Is.EqualTo(5));
        Assert.That(await Assert.CatchAsync(() => failure), Is.SameAs(original));
    }

    [Test]
    public void Abandonable_Canceled_StopsWaiting()
    {
        using var cancellation = new CancellationTokenSource();
        var source = new TaskCompletionSource<int>();
        var call = ProxyCall.Abandonable(source.Task, cancellation.Token);
        var plain = ProxyCall.Abandonable((Task)source.Task, cancellation.Token);
        cancellation.Cancel();

        Assert.That(call.IsCanceled && plain.IsCanceled, Is.True);
    }

    [Test]
    public void Abandonable_FailsAfterItWasCanceled_IsObserved()
    {
        using var unobserved = new UnobservedExceptions();
        Abandon(static (call, token) => ProxyCall.Abandonable(call, token));
        Abandon(static (call, token) => ProxyCall.Abandonable((Task)call, token));
        Assert.That(unobserved.Collect().OfType<InvalidDataException>(), Is.Empty);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Abandon(Func<Task<int>, CancellationToken, Task> abandonable)
    {
        using var cancellation = new CancellationTokenSource();
        var source = new TaskCompletionSource<int>();
        abandonable(source.Task, cancellation.Token);
        cancellation.Cancel();
        source.SetException(new InvalidDataException("late"));
    }
}
