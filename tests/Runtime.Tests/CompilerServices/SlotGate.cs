using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

/// <summary>Keeps slots of a proxy busy until it is told to let go.</summary>
internal sealed class SlotGate : IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly List<Task> _held = [];

    /// <summary>Returns when so many bodies are running, each in its slot.</summary>
    public async Task HoldAsync(ServiceProxy proxy, int slots)
    {
        for (var slot = 0; slot < slots; slot++)
        {
            var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _held.Add(ProxyCall.Run(proxy, (entered, _open), Body, CancellationToken.None));
            await entered.Task;
        }
    }

    public async Task OpenAsync()
    {
        _open.Set();
        await Task.WhenAll(_held);
    }

    public void Dispose()
    {
        _open.Set();
        Task.WaitAll([.. _held]);
        _open.Dispose();
    }

    private static void Body((TaskCompletionSource Entered, ManualResetEventSlim Open) gate)
    {
        gate.Entered.SetResult();
        gate.Open.Wait();
    }
}
