using Pipeline;

namespace Digits.Production;

/// <summary>What <see cref="SleepyModel"/> knew of its call, and that it was told to stop.</summary>
public sealed class Nap
{
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The time the call had left when it came.</summary>
    public TimeSpan? Left { get; private set; }

    /// <summary>Ends when the call is told to stop.</summary>
    public Task Stopped => _stopped.Task;

    /// <summary>Waits far longer than anybody has time.</summary>
    public async Task SleepAsync(CancellationToken cancellationToken)
    {
        Left = CallContext.Current.Remaining;
        await using CancellationTokenRegistration registration = cancellationToken.Register(_stopped.SetResult);
        await Task.Delay(TimeSpan.FromMinutes(10), cancellationToken);
    }
}
