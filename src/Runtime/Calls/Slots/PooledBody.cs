namespace Pipeline.Calls;

/// <summary>A sync member with its arguments.</summary>
internal sealed class PooledBody<TArgs, TResult>(TArgs args, Func<TArgs, TResult> body, CancellationToken cancellationToken)
    : PooledCall<TResult>(cancellationToken)
{
    protected override TResult Invoke() => body(args);
}
