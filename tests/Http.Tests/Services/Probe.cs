using System.Collections.Concurrent;

namespace Pipeline.Http.Tests.Services;

/// <summary>What a service and its test tell each other, past the network.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _signals = new();

    public void Signal(string name) => Of(name).TrySetResult();

    public Task SeenAsync(string name, CancellationToken cancellationToken = default) => Of(name).Task.WaitAsync(cancellationToken);

    private TaskCompletionSource Of(string name) =>
        _signals.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
