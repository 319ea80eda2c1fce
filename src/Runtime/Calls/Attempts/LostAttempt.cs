namespace Pipeline.Calls;

/// <summary>Another attempt of the same call has answered.</summary>
internal sealed class LostAttempt : CallEnding
{
    public static readonly LostAttempt Instance = new();

    private LostAttempt()
    {
    }

    /// <inheritdoc/>
    public override string Cause => "hedge";

    /// <inheritdoc/>
    public override Exception? Replace(Exception? failure) => failure is null ? new OperationCanceledException() : null;
}
