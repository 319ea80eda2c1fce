using Pipeline.Transports;

namespace Pipeline.Runtime.Tests.Transports;

public sealed class RemoteFailureTests
{
    [Test]
    public void Exception_OfTheFramework_IsMadeAgain()
    {
        var restored = Cross(new InvalidOperationException("No.", new KeyNotFoundException("Which?")));

        Assert.That(restored, Is.InstanceOf<InvalidOperationException>().With.Message.EqualTo("No."));
        Assert.That(restored.InnerException, Is.InstanceOf<KeyNotFoundException>().With.Message.EqualTo("Which?"));
    }

    [Test]
    public void Exception_WhoseOneArgumentIsNoMessage_KeepsItsMessage()
    {
        var original = new ArgumentNullException("which");

        Assert.That(Cross(original), Is.InstanceOf<ArgumentNullException>().With.Message.EqualTo(original.Message));
    }

    [Test]
    public void StackTrace_OfBothSides_IsThere()
    {
        var restored = Cross(Catch(static () => throw new TimeoutException()));
        var thrown = Catch(() => throw restored);

        Assert.That(thrown.StackTrace, Does.Contain(nameof(StackTrace_OfBothSides_IsThere)).And.Contain("End of stack trace from previous location"));
        Assert.That(thrown, Is.SameAs(restored));
    }

    [TestCase("System.Text.StringBuilder", "System.Private.CoreLib")]
    [TestCase("System.Nothing", "System.Private.CoreLib")]
    [TestCase("System.TimeoutException", "No.Such.Assembly")]
    [TestCase("System.TimeoutException", "")]
    [TestCase("", "System.Private.CoreLib")]
    [TestCase("][,*", "System.Private.CoreLib")]
    [TestCase("System.Exception[]", "System.Private.CoreLib")]
    [TestCase("System.Collections.Generic.List`1[[No.Such.Type, No.Such.Assembly]]", "System.Private.CoreLib")]
    public void Type_ThatIsNoExceptionKnownHere_IsNamedOnly(string type, string assembly)
    {
        var failure = new RemoteFailure { Type = type, Assembly = assembly, Message = "So." };

        Assert.That(
            failure.ToException(CancellationToken.None),
            Is.InstanceOf<RemoteServiceException>().With.Message.EqualTo("So.").And.Property("OriginalType").EqualTo(type));
    }

    [Test]
    public void Type_NotKnownHere_KeepsItsNameOnTheNextHop()
    {
        var failure = new RemoteFailure { Type = "Their.Exception", Assembly = "Theirs", Message = "So." };
        var next = Cross(failure.ToException(CancellationToken.None));

        Assert.That(next, Is.InstanceOf<RemoteServiceException>().With.Property("OriginalType").EqualTo("Their.Exception"));
        Assert.That(next.ToString(), Does.Contain("Their.Exception"));
    }

    [Test]
    public void Exception_OfTheRuntime_KeepsItsProperties()
    {
        var timeout = new ServiceTimeoutException(
            "A → B", "A.M", TimeSpan.FromTicks(12_345), [new() { Call = "B.N", Time = TimeSpan.FromTicks(7), IsRunning = true, Count = 3 }, new() { Call = "A.M", Time = TimeSpan.Zero }], new TimeoutException());
        var overloaded = new ServiceOverloadedException("A", 2, 3);

        var late = (ServiceTimeoutException)Cross(timeout);
        Assert.That((late.Path, late.Call, late.Budget, late.Message), Is.EqualTo((timeout.Path, timeout.Call, timeout.Budget, timeout.Message)));
        Assert.That(late.Spent, Is.EqualTo(timeout.Spent));
        Assert.That(late.InnerException, Is.InstanceOf<TimeoutException>());
        var refused = (ServiceOverloadedException)Cross(overloaded);
        Assert.That((refused.Service, refused.Running, refused.Waiting, refused.Message), Is.EqualTo(("A", 2, 3, overloaded.Message)));
    }

    [Test]
    public void Unavailable_KeepsWhenToTryAgain([Values(null, 7L)] long? ticks)
    {
        var retryAfter = ticks is { } some ? TimeSpan.FromTicks(some) : (TimeSpan?)null;
        var unavailable = (ServiceUnavailableException)Cross(new ServiceUnavailableException("A", "Not now.", retryAfter, new IOException("down")));

        Assert.That((unavailable.Service, unavailable.Message, unavailable.RetryAfter), Is.EqualTo(("A", "Not now.", retryAfter)));
        Assert.That(unavailable.InnerException, Is.TypeOf<IOException>());
    }

    [TestCase("Pipeline.ServiceTimeoutException")]
    [TestCase("Pipeline.ServiceOverloadedException")]
    public void Details_ThatAreNotWhatTheyShouldBe_GiveNoSuchException(string type)
    {
        var failure = new RemoteFailure { Type = type, Assembly = "Pipeline", Message = "So.", Details = new() { Running = 1 } };

        Assert.That(failure.ToException(CancellationToken.None), Is.InstanceOf<RemoteServiceException>());
    }

    [Test]
    public void Constructor_ThatThrows_IsNotTheFailure() =>
        Assert.That(
            Cross(new TouchyException()),
            Is.InstanceOf<RemoteServiceException>().With.Property("OriginalType").EqualTo(typeof(TouchyException).FullName));

    [Test]
    public void Cancellation_ByTheCallsToken_CarriesTheCallers()
    {
        using var there = new CancellationTokenSource();
        using var here = new CancellationTokenSource();
        using var other = new CancellationTokenSource();

        Assert.That(Token(new TaskCanceledException("So.", null, there.Token)), Is.EqualTo(here.Token));
        Assert.That(Token(new OperationCanceledException("So.", other.Token)), Is.EqualTo(CancellationToken.None));
        Assert.That(Token(new OperationCanceledException("So.")), Is.EqualTo(CancellationToken.None));

        CancellationToken Token(Exception exception) =>
            ((OperationCanceledException)RemoteFailure.Of(exception, there.Token).ToException(here.Token)).CancellationToken;
    }

    [Test]
    public void Causes_WithoutEnd_AreCutOff()
    {
        var failure = new RemoteFailure { Type = "X", Assembly = "", Message = "" };
        for (int depth = 0; depth < 100_000; depth++)
            failure = new() { Type = "X", Assembly = "", Message = "", Causes = [failure] };

        int known = 0;
        for (var exception = failure.ToException(CancellationToken.None); exception is not null; exception = exception.InnerException)
            known++;
        Assert.That(known, Is.InRange(2, 100));
    }

    private static Exception Cross(Exception exception) =>
        RemoteFailure.Of(exception, CancellationToken.None).ToException(CancellationToken.None);

    private static Exception Catch(Action action) => Assert.Catch(() => action())!;

    private sealed class TouchyException : Exception
    {
        public TouchyException()
        {
        }

        public TouchyException(string message) => throw new InvalidOperationException(message);
    }
}
