using Pipeline.Hosting;

namespace Pipeline.Runtime.Tests.Hosting;

/// <summary>How a shutdown divides its time: a fifth, 1 s at least, is kept for hooks and disposal.</summary>
public class DrainPlanTests
{
    [TestCase(30, null, 24, 3, false)]
    [TestCase(30, 10.0, 10, 3, false)]
    [TestCase(30, 24.0, 24, 3, false)]
    [TestCase(30, 30.0, 24, 3, true)]
    [TestCase(3, null, 2, 0.5, false)]
    [TestCase(0.5, null, 0, 0.5, false)]
    [TestCase(600, null, 480, 5, false)]
    public void Plan_InAHost_LeavesTimeForHooks(double host, double? configured, double patience, double cancellation, bool isCut)
    {
        var plan = DrainPlan.Of(new(configured is not null, Seconds(configured)), Seconds(host))!;
        Assert.That(
            (plan.Patience.TotalSeconds, plan.Cancellation.TotalSeconds, plan.IsCut), Is.EqualTo((patience, cancellation, isCut)));
    }

    [Test]
    public void Plan_WithoutAHost_IsWhatIsConfigured()
    {
        Assert.That(DrainPlan.Of(new(IsSet: false, Time: null), shutdownTime: null), Is.Null);
        Assert.That(DrainPlan.Of(new(IsSet: true, Seconds(30)), shutdownTime: null)!.Patience, Is.EqualTo(Seconds(30)));
    }

    [Test]
    public void Plan_SwitchedOff_IsNone() => Assert.That(DrainPlan.Of(new(IsSet: true, Time: null), Seconds(30)), Is.Null);

    private static TimeSpan? Seconds(double? seconds) => seconds is { } some ? TimeSpan.FromSeconds(some) : null;
}
