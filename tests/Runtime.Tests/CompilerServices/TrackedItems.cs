using System.Collections;

namespace Pipeline.Runtime.Tests.CompilerServices;

/// <summary>The numbers from 0, with a record of how they were asked for.</summary>
internal sealed class TrackedItems : IEnumerable<int>
{
    private readonly TaskCompletionSource _blocked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _open = new();
    private bool _blocks;

    public int Length { get; set; } = int.MaxValue;

    public int? FailAt { get; set; }

    public bool FailDisposal { get; set; }

    public int Produced { get; private set; }

    public int Disposals { get; private set; }

    /// <summary>How often something ran outside the thread pool.</summary>
    public int OffPool { get; private set; }

    public Task Blocked => _blocked.Task;

    public Task Disposed => _disposed.Task;

    /// <summary>Makes each step block until <see cref="Unblock"/>.</summary>
    public void Block() => _blocks = true;

    public void Unblock() => _open.SetResult();

    public IEnumerator<int> GetEnumerator()
    {
        NoteThread();
        return new Enumerator(this);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void NoteThread() => OffPool += Thread.CurrentThread.IsThreadPoolThread ? 0 : 1;

    private sealed class Enumerator(TrackedItems items) : IEnumerator<int>
    {
        public int Current { get; private set; } = -1;

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            items.NoteThread();
            items._blocked.TrySetResult();
            if (items._blocks)
                items._open.Task.Wait();
            if (Current + 1 == items.FailAt)
                throw new InvalidDataException();
            if (Current + 1 == items.Length)
                return false;

            Current++;
            items.Produced++;
            return true;
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
            items.NoteThread();
            items.Disposals++;
            items._disposed.TrySetResult();
            if (items.FailDisposal)
                throw new InvalidDataException();
        }
    }
}
