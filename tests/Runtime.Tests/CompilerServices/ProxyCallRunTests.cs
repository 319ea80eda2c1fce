using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

public class ProxyCallRunTests
{
    private readonly AnyProxy _proxy = new();

    [Test]
    public async Task Run_Result_IsTheBodys() =>
        Assert.That(await ProxyCall.Run(_proxy, 20, static value => value + 1, default), Is.EqualTo(21));

    [Test]
    public async Task Run_Action_RunsIt()
    {
        var seen = 0;
        await ProxyCall.Run(_proxy, 7, value => { seen = value; }, default);
        Assert.That(seen, Is.EqualTo(7));
    }

    [Test]
    public async Task Run_Body_RunsOnThePoolWithTheCallersContext()
    {
        var local = new AsyncLocal<string> { Value = "caller's" };
        var (isPool, value) = await ProxyCall.Run(
            _proxy, local, static local => (Thread.CurrentThread.IsThreadPoolThread, local.Value), default);

        Assert.That(isPool, Is.True);
        Assert.That(value, Is.EqualTo("caller's"));
    }

    [Test]
    public async Task Run_QueuedBody_RunsWithItsOwnCallersContext()
    {
        var local = new AsyncLocal<int>();
        using var gate = new SlotGate();
        await gate.HoldAsync(_proxy, Environment.ProcessorCount);
        var calls = new Task<int>[10];
        for (var call = 0; call < calls.Length; call++)
        {
            local.Value = call;
            calls[call] = ProxyCall.Run(_proxy, local, static local => local.Value, default);
        }

        await gate.OpenAsync();
        Assert.That(await Task.WhenAll(calls), Is.EqualTo(Enumerable.Range(0, calls.Length)));
    }

    [Test]
    public async Task Run_FlowSuppressed_RunsWithoutContext()
    {
        var local = new AsyncLocal<string?> { Value = "caller's" };
        Task<string?> call;
        using (ExecutionContext.SuppressFlow())
            call = ProxyCall.Run(_proxy, local, static local => local.Value, default);

        Assert.That(await call, Is.Null);
    }

    [Test]
    public async Task Run_BodyThrows_FaultsWithTheOriginalAndItsStack()
    {
        var thrown = await Assert.ThrowsAsync<InvalidDataException>(() => ProxyCall.Run(_proxy, 0, Fail, default));
        Assert.That(thrown!.StackTrace, Does.Contain(nameof(Fail)));
        Assert.That(await ProxyCall.Run(_proxy, 1, static value => value, default), Is.EqualTo(1), "the slot is free again");

        static int Fail(int value) => throw new InvalidDataException("spoilt");
    }

    [Test]
    public async Task Run_BodyThrowsCancellation_IsCanceledWithTheOriginal()
    {
        var original = new OperationCanceledException("enough");
        var call = ProxyCall.Run<int, int>(_proxy, 0, _ => throw original, default);

        Assert.That(await Assert.CatchAsync<OperationCanceledException>(() => call), Is.SameAs(original));
        Assert.That(call.IsCanceled, Is.True);
    }
}
