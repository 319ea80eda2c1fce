namespace Pipeline.Runtime.Tests.Services;

/// <summary>A hook that ignores its token and ends when the test says so.</summary>
internal sealed class HangingHook
{
    private readonly TaskCompletionSource<CancellationToken> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The hook's token, once it runs.</summary>
    public Task<CancellationToken> Begun => _begun.Task;

    public Task RunAsync(CancellationToken cancellationToken)
    {
        _begun.TrySetResult(cancellationToken);
        return _end.Task;
    }

    public void End() => _end.SetResult();

    public void FailWith(Exception exception) => _end.SetException(exception);
}
