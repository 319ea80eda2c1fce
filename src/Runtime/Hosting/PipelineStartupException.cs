namespace Pipeline;

/// <summary>
/// A pipeline could not start. Either its services cannot be put together, and <see cref="Problems"/> names everything that
/// is missing or wrong, in all services at once; or one service failed, and <see cref="Exception.InnerException"/> is what it
/// threw, a <see cref="TimeoutException"/> where a start-up hook ran over its time.
/// </summary>
public sealed class PipelineStartupException : Exception, IPipelineException
{
    /// <summary>Reports a pipeline whose services cannot be put together.</summary>
    /// <param name="problems">What is missing or wrong: one sentence each, naming the service and what to do.</param>
    public PipelineStartupException(IReadOnlyList<string> problems)
        : base($"The pipeline cannot start:{List(problems)}") =>
        Problems = problems;

    /// <summary>Reports a service that failed while the pipeline started.</summary>
    /// <param name="message">Which service, doing what.</param>
    /// <param name="innerException">What it threw.</param>
    public PipelineStartupException(string message, Exception innerException)
        : base(message, innerException) =>
        Problems = [message];

    /// <summary>What is missing or wrong: one sentence each, naming the service and what to do.</summary>
    public IReadOnlyList<string> Problems { get; }

    private static string List(IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(problems);
        return string.Concat(problems.Select(static problem => $"{Environment.NewLine}- {problem}"));
    }
}
