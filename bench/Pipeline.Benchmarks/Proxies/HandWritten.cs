using System.Runtime.CompilerServices;

namespace Pipeline.Benchmarks.Proxies;

/// <summary>The floor: what a careful person writes by hand, an abstract view and one virtual call with a null check.</summary>
public abstract class HandWritten
{
    /// <summary>Forwards to the instance.</summary>
    public abstract int Score(int value);

    /// <summary>Forwards to the instance.</summary>
    public abstract Task<int> GetAsync(int value, CancellationToken cancellationToken);

    /// <summary>Forwards to the instance; what it throws is in the task.</summary>
    public abstract Task<int> TryGetAsync(int value, CancellationToken cancellationToken);

    /// <summary>Forwards to the instance.</summary>
    public abstract Task<int> ReadAsync(int value, CancellationToken cancellationToken);

    /// <summary>A forwarder to the instance.</summary>
    public static HandWritten To(Scorer scorer) => new Forwarder(scorer);

    private sealed class Forwarder(Scorer? scorer) : HandWritten
    {
        public override int Score(int value) => scorer is null ? throw new InvalidOperationException() : scorer.Score(value);

        public override Task<int> GetAsync(int value, CancellationToken cancellationToken) =>
            scorer is null ? throw new InvalidOperationException() : scorer.GetAsync(value, cancellationToken);

        public override Task<int> TryGetAsync(int value, CancellationToken cancellationToken)
        {
            try
            {
                return scorer!.GetAsync(value, cancellationToken) ?? throw new InvalidOperationException();
            }
            catch (Exception exception)
            {
                return Task.FromException<int>(exception);
            }
        }

        public override Task<int> ReadAsync(int value, CancellationToken cancellationToken) =>
            scorer is null ? throw new InvalidOperationException() : scorer.ReadAsync(value, cancellationToken);
    }
}
