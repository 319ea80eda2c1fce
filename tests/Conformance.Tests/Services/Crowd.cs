using System.Globalization;

namespace Pipeline.Conformance.Tests.Services;

/// <summary>Is called by many at once.</summary>
[Service]
public sealed partial class Crowd(Probe probe)
{
    private int _arrived;

    /// <summary>What is ambient where it is called.</summary>
    public static AsyncLocal<string?> Ambient { get; } = new();

    [Api]
    public async Task<string> AnswerAsync(int number, string padding)
    {
        for (int turn = 0; turn < number % 5; turn++)
            await Task.Yield();
        return number % 3 == 0
            ? throw new OutOfStockException($"None for {number}.")
            : string.Create(CultureInfo.InvariantCulture, $"{number}:{padding.Length}");
    }

    [Api(Effect = Effect.None)]
    public int Square(int number) => number * number;

    /// <summary>Ends when so many are in it at a time.</summary>
    [Api]
    public async Task<int> MeetAsync(int count, int number)
    {
        if (Interlocked.Increment(ref _arrived) == count)
            probe.Signal("all");
        await probe.SeenAsync("all");
        return number;
    }

    /// <inheritdoc cref="MeetAsync"/>
    [Api]
    public int SyncMeet(int count, int number)
    {
        if (Interlocked.Increment(ref _arrived) == count)
            probe.Signal("all");
        probe.SeenAsync("all").GetAwaiter().GetResult();
        return number;
    }

    [Api]
    public Task<string?> AmbientAsync() => Task.FromResult(Ambient.Value);

    [Api]
    public Task KeepTokenAsync(CancellationToken cancellationToken)
    {
        probe.Keep("token", cancellationToken);
        return Task.CompletedTask;
    }
}
