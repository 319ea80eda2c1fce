namespace Pipeline.Runtime.Tests.Interleavings;

public sealed class QueueScheduleTests : ScheduleTests
{
    [Test]
    public void Queue_AnySchedule_IsAsSpecified() => Schedules.Explore(Queue);

    [Test]
    public void Seeds_DecideTheSchedule() => Schedules.CheckThatSeedsDecide(Queue);

    private static void Queue(VirtualScheduler scheduler) => new QueueTrial(scheduler).Run();
}
