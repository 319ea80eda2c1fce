using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Pipeline.Integration.Services;

/// <summary>Through which a test says how the <see cref="Kiln"/> does.</summary>
public sealed class Fuel
{
    /// <summary>How the kiln is.</summary>
    public HealthCheckResult Health { get; set; } = HealthCheckResult.Healthy();

    /// <summary>What the kiln's hooks wait for, whatever their token says.</summary>
    public Task Burning { get; set; } = Task.CompletedTask;

    /// <summary>The token of the hook that runs, once one does.</summary>
    public TaskCompletionSource<CancellationToken> Lit { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the kiln's disposal blocks its thread for.</summary>
    public Task Ashes { get; set; } = Task.CompletedTask;

    /// <summary>Ends when the disposal begins.</summary>
    public TaskCompletionSource Emptying { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The disposal.</summary>
    public void Empty()
    {
        Emptying.TrySetResult();
        Ashes.GetAwaiter().GetResult();
    }

    /// <summary>A hook of the kiln.</summary>
    public Task BurnAsync(CancellationToken cancellationToken)
    {
        Lit.TrySetResult(cancellationToken);
        return Burning;
    }

    /// <summary>Waits for the next hook.</summary>
    public void Relight() => Lit = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
