namespace Pipeline.Calls;

/// <summary>Refuses calls of a service that has not started or has stopped.</summary>
/// <param name="service">Whether it takes calls.</param>
internal sealed class AdmissionStage(ServiceAdmission service) : CallStage
{
    /// <inheritdoc/>
    public override ValueTask EnterAsync(Call call)
    {
        service.ThrowIfClosed();
        return default;
    }
}
