using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Model;

public class SyncViewEnumerateTests
{
    private int _produced;
    private bool _isDisposed;

    [Test]
    public void Enumerate_Items_ComeOneByOne()
    {
        var next = 0;
        foreach (var item in SyncView.Enumerate(3, (length, _) => CountAsync(length), default))
        {
            Assert.That(item, Is.EqualTo(next++));
            Assert.That(_produced, Is.EqualTo(next), "nothing is produced ahead");
        }

        Assert.That(next, Is.EqualTo(3));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public void Enumerate_EarlyBreak_Disposes()
    {
        Assert.That(SyncView.Enumerate(3, (length, _) => CountAsync(length), default).First(), Is.Zero);
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public void Enumerate_UnderASynchronizationContext_DoesNotDeadlock()
    {
        var items = new List<int>();
        var thread = new Thread(() =>
        {
            SynchronizationContext.SetSynchronizationContext(new StuckSynchronizationContext());
            items.AddRange(SyncView.Enumerate(3, (length, _) => CountAsync(length), default));
        });
        thread.Start();

        Assert.That(thread.Join(TimeSpan.FromSeconds(30)), Is.True, "it is stuck");
        Assert.That(items, Is.EqualTo(Enumerable.Range(0, 3)));
    }

    [Test]
    public void Enumerate_Canceled_EndsAndDisposes()
    {
        using var cancellation = new CancellationTokenSource();
        Assert.Catch<OperationCanceledException>(() =>
        {
            foreach (var item in SyncView.Enumerate(int.MaxValue, (length, _) => CountAsync(length), cancellation.Token))
                cancellation.Cancel();
        });
        Assert.That(_produced, Is.EqualTo(1));
        Assert.That(_isDisposed, Is.True);
    }

    [Test]
    public void Enumerate_ItemFails_ThrowsTheOriginal() =>
        Assert.Throws<InvalidDataException>(() => SyncView.Enumerate(0, static (_, _) => FailAsync(), default).ToList());

    private async IAsyncEnumerable<int> CountAsync(int length)
    {
        try
        {
            for (var item = 0; item < length; item++)
            {
                await Task.Yield();
                _produced++;
                yield return item;
            }
        }
        finally
        {
            _isDisposed = true;
        }
    }

    private static async IAsyncEnumerable<int> FailAsync()
    {
        await Task.Yield();
        yield return 1;
        throw new InvalidDataException();
    }
}
