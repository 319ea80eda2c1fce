namespace Pipeline;

/// <summary>Marks the exceptions that the runtime itself throws, so that one filter tells them from those of services.</summary>
#pragma warning disable CA1711 // It marks exceptions, and is named after them.
public interface IPipelineException
#pragma warning restore CA1711
{
    /// <summary>What went wrong and what to do.</summary>
    string Message { get; }
}
