namespace Pipeline.Calls;

/// <summary>The caller has canceled the call.</summary>
/// <param name="isFinal">Whether the caller is answered though the body runs on, since the body takes no token.</param>
/// <param name="token">The caller's token.</param>
internal sealed class CallerEnding(bool isFinal, CancellationToken token) : CallEnding
{
    /// <inheritdoc/>
    public override bool IsFinal => isFinal;

    /// <inheritdoc/>
    public override string Cause => "caller";

    /// <inheritdoc/>
    public override Exception? Replace(Exception? failure) => failure switch
    {
        null => new OperationCanceledException(token),
        OperationCanceledException canceled when canceled.CancellationToken != token =>
            new OperationCanceledException(canceled.Message, canceled, token),
        _ => null,
    };
}
