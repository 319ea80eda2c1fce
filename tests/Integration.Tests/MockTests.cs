using Moq;
using NSubstitute;
using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests;

/// <summary>A mock that sets up only the sync member answers the same on the async view.</summary>
public sealed class MockTests
{
    [Test]
    public async Task Substitute_SyncMemberSetUp_AnswersOnBothViews()
    {
        var calculator = Substitute.For<Calculator.Proxy>();
        calculator.Add(1, 2).Returns(42);

        Assert.That(calculator.Add(1, 2), Is.EqualTo(42));
        Assert.That(await calculator.ToAsync.Add(1, 2), Is.EqualTo(42));
        calculator.Received(2).Add(1, 2);
    }

    [Test]
    public async Task Mock_SyncMemberSetUp_AnswersOnBothViews()
    {
        var calculator = new Mock<Calculator.Proxy>();
        calculator.Setup(proxy => proxy.Add(1, 2)).Returns(42);

        Assert.That(calculator.Object.Add(1, 2), Is.EqualTo(42));
        Assert.That(await calculator.Object.ToAsync.Add(1, 2), Is.EqualTo(42));
        calculator.Verify(proxy => proxy.Add(1, 2), Times.Exactly(2));
    }

    [Test]
    public void Substitute_SyncMemberThatThrows_FailsTheTask()
    {
        var calculator = Substitute.For<Calculator.Proxy>();
        calculator.Divide(1, 0).Returns(static _ => throw new DivideByZeroException());

        var call = calculator.ToAsync.Divide(1, 0);

        Assert.That(async () => await call, Throws.TypeOf<DivideByZeroException>());
    }

    [Test]
    public async Task Substitute_AsyncApiAndStream_AnswerThroughTheSyncMember()
    {
        var scanner = Substitute.For<Scanner.Proxy>();
        scanner.Count(3).Returns([7, 8]);
        var sleeper = new Mock<Calculator.Proxy>();
        sleeper.Setup(proxy => proxy.Kind("x", CancellationToken.None)).Returns("mocked");

        Assert.That(await scanner.ToAsync.Count(3).ToListAsync(), Is.EqualTo(new[] { 7, 8 }));
        Assert.That(await sleeper.Object.ToAsync.Kind("x"), Is.EqualTo("mocked"));
    }

    [Test]
    public async Task SubstituteForTheView_PassedToAProxy_TakesTheAsyncSideOver()
    {
        var view = Substitute.For<Calculator.Proxy.Async>();
        view.Add(1, 2).Returns(5);
        var calculator = Substitute.For<Calculator.Proxy>(view);
        calculator.Add(1, 2).Returns(42);

        Assert.That(calculator.Add(1, 2), Is.EqualTo(42));
        Assert.That(await calculator.ToAsync.Add(1, 2), Is.EqualTo(5));
    }

    [Test]
    public async Task Decorator_PassingTheInnerView_ReachesTheInnerService()
    {
        await using var app = await RunningApp.StartAsync<Calculator, Calculator.Proxy>();
        var decorated = Substitute.For<Calculator.Proxy>(app.Proxy.ToAsync);
        decorated.Add(1, 2).Returns(42);

        Assert.That(decorated.Add(1, 2), Is.EqualTo(42));
        Assert.That(await decorated.ToAsync.Add(1, 2), Is.EqualTo(3));
        Assert.That(await app.Proxy.ToAsync.Add(1, 2), Is.EqualTo(3));
    }

    [Test]
    public void View_WithoutAProxy_FailsTheCallAndSaysWhatToDo()
    {
        var view = Substitute.ForPartsOf<Calculator.Proxy.Async>();

        var call = view.Add(1, 2);

        Assert.That(async () => await call, Throws.InvalidOperationException.With.Message.Contains("pass it to the proxy's constructor"));
    }
}
