namespace Pipeline.Hosting;

/// <summary>
/// Ends the pipeline when the container is disposed of without a stop before. Created after the instances, so that the container
/// disposes of it before anything they hold.
/// </summary>
internal sealed class PipelineEnd(PipelineLifetime lifetime) : IAsyncDisposable, IDisposable
{
    public ValueTask DisposeAsync() => lifetime.DisposeAsync();

    public void Dispose() => lifetime.Dispose();
}
