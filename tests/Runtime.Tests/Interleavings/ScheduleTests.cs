using NUnit.Framework.Interfaces;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>Tests under a <see cref="VirtualScheduler"/>. What they do not observe, the product must.</summary>
public abstract class ScheduleTests : InlineContinuationTests
{
    private readonly List<Exception> _unobserved = [];

    [SetUp]
    public void Watch() => TaskScheduler.UnobservedTaskException += Note;

    [TearDown]
    public void CheckThatAllIsObserved()
    {
        for (var collections = 0; collections < 3; collections++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        TaskScheduler.UnobservedTaskException -= Note;
        if (TestContext.CurrentContext.Result.Outcome.Status is not TestStatus.Failed)
            Assert.That(_unobserved, Is.Empty, "exceptions of tasks that nobody has looked at");
    }

    private void Note(object? sender, UnobservedTaskExceptionEventArgs unobserved)
    {
        lock (_unobserved)
            _unobserved.AddRange(unobserved.Exception.InnerExceptions.OfType<ScriptedException>());
    }
}
