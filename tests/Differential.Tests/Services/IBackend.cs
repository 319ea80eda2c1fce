namespace Pipeline.Differential.Services;

/// <summary>What the services forward to, so that their bodies tell the analyzers nothing. No test runs them.</summary>
public interface IBackend
{
    Task<T> AskAsync<T>(params object?[] args);

    Task TellAsync(params object?[] args);
}
