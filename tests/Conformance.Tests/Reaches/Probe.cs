using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Pipeline.Conformance.Tests.Reaches;

/// <summary>What a service has seen and what it waits for: the test's back door to it.</summary>
public sealed class Probe
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _events = new();
    private readonly ConcurrentDictionary<string, object?> _objects = new();

    /// <summary>The service's clock, which stands still unless it is moved.</summary>
    public FakeTimeProvider Clock { get; } = new();

    /// <summary>Moves the clock on until the call has ended, however.</summary>
    public async Task LetTimePassAsync(Task call)
    {
        while (!call.IsCompleted)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(1);
        }
    }

    /// <summary>Says that something has happened, or lets a service that waits for it go on.</summary>
    public void Signal(string happened) => Event(happened).TrySetResult();

    /// <summary>Whether it has happened.</summary>
    public bool HasSeen(string happened) => Event(happened).Task.IsCompleted;

    /// <summary>Ends when it has happened; fails after a time no healthy run takes.</summary>
    public Task SeenAsync(string happened, CancellationToken cancellationToken = default) =>
        Event(happened).Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);

    /// <summary>Keeps an object as it is.</summary>
    public void Keep(string name, object? value) => _objects[name] = value;

    /// <summary>What was kept.</summary>
    public object? Kept(string name) => _objects[name];

    private TaskCompletionSource Event(string name) =>
        _events.GetOrAdd(name, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
