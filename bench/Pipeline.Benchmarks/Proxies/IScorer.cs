namespace Pipeline.Benchmarks.Proxies;

/// <summary>The interface that other ways of forwarding need.</summary>
public interface IScorer
{
    /// <summary>A sync call.</summary>
    int Score(int value);

    /// <summary>An async call.</summary>
    Task<int> GetAsync(int value, CancellationToken cancellationToken);
}
