namespace Pipeline.Calls;

/// <summary>The pipeline shuts down and has waited long enough for the call.</summary>
/// <param name="isFinal">Whether the caller is answered though the body runs on.</param>
/// <param name="service">The service that was called.</param>
internal sealed class ShutdownEnding(bool isFinal, ServiceDefinition service) : CallEnding
{
    /// <inheritdoc/>
    public override bool IsFinal => isFinal;

    /// <inheritdoc/>
    public override string Cause => "shutdown";

    /// <inheritdoc/>
    public override Exception? Replace(Exception? failure) =>
        new ServiceUnavailableException(service.Name, $"{service} was shut down before the call had ended.", innerException: failure);
}
