namespace Pipeline.Runtime.Tests;

/// <summary>What happens between taking an item and starting on it, where no caller's code runs that could hold it up.</summary>
public sealed class ItemScopeTests
{
    [Test]
    public void TryBegin_ItemBeforeAFailedOne_Begins()
    {
        var scope = new ItemScope(CancellationToken.None);
        var (slow, failing) = (scope.Enter(), scope.Enter());
        scope.TryBegin(failing, 5);
        scope.Fail(failing, new FormatException());

        Assert.That(scope.TryBegin(slow, 4), Is.True);
        Assert.That(slow.Scope.Token.IsCancellationRequested, Is.False);
    }

    [Test]
    public void TryBegin_ItemBehindAFailedOne_DoesNot()
    {
        var scope = new ItemScope(CancellationToken.None);
        var (slow, failing) = (scope.Enter(), scope.Enter());
        scope.TryBegin(failing, 5);
        scope.Fail(failing, new FormatException());

        Assert.That(scope.TryBegin(slow, 6), Is.False);
        Assert.That(scope.Reading.IsCancellationRequested);
    }

    [Test]
    public void TryBegin_SourceFailed_Begins()
    {
        var scope = new ItemScope(CancellationToken.None);
        scope.Fail(new FormatException());

        Assert.That(scope.TryBegin(scope.Enter(), 6), Is.True);
    }
}
