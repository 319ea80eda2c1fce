namespace Pipeline.Runtime.Tests;

/// <summary>
/// Tests in virtual order: without a synchronization context, completing a task runs what waits for it before the completing call
/// returns, so what has not happened by then is not going to happen.
/// </summary>
public abstract class InlineContinuationTests
{
    [SetUp]
    public void ClearContext() => SynchronizationContext.SetSynchronizationContext(null);
}
