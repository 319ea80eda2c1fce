namespace Pipeline.Integration.Services;

/// <summary>Async APIs of every form. None ends before it is told to.</summary>
[Service(Name = "sleeper")]
public partial class Sleeper
{
    private readonly TaskCompletionSource<int> _end = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The task given out, to compare.</summary>
    internal static Task<int>? Given { get; private set; }

    /// <summary>Ends everything that waits.</summary>
    [Api(Idempotent = true)]
    public void Wake(int value) => _end.TrySetResult(value);

    /// <summary>Waits, with a token.</summary>
    [Api]
    public Task<int> WaitAsync(CancellationToken cancellationToken) => Given = _end.Task.WaitAsync(cancellationToken);

    /// <summary>Waits, without one.</summary>
    [Api(Name = "plain", Effect = Effect.Reads)]
    public Task WaitPlainlyAsync() => _end.Task;

    /// <summary>Waits for a value.</summary>
    [Api]
    public async ValueTask<string> WaitForTextAsync(string prefix) => prefix + await _end.Task.ConfigureAwait(false);

    /// <summary>Does not wait.</summary>
    [Api]
    public ValueTask PassAsync(CancellationToken cancellationToken = default) => default;

    /// <summary>Fails before it awaits anything.</summary>
    [Api]
    public Task<int> FailAsync(bool asCanceled, CancellationToken cancellationToken) =>
        throw (asCanceled ? new OperationCanceledException("It is over.") : new InvalidOperationException("It cannot be done."));

    /// <summary>Returns no task at all.</summary>
    [Api]
    public Task<int> ForgetAsync() => null!;
}

/// <summary>Declares every option there is.</summary>
[Service(Name = "declared", Timeout = "2m", Concurrency = 5, Instances = 1, QueueLimit = 0)]
public partial class Declared
{
    /// <summary>An API with options of its own.</summary>
    [Api(Idempotent = true, Timeout = "250ms")]
    public int Get(int value) => value;
}
