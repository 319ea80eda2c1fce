using Pipeline.Calls;

namespace Pipeline.Runtime.Tests.Interleavings;

/// <summary>
/// The queue under real threads, for what no schedule of steps can show: two threads inside it at once, and calls that block.
/// </summary>
public sealed class QueueStressTests
{
    private const int Callers = 8;
    private const int CallsEach = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Test]
    public async Task Queue_UnderThreads_KeepsItsLimitsAndLosesNoCall(
        [Values(1, 2)] int perInstance, [Values(2, int.MaxValue)] int queueLimit)
    {
        const int instances = 2;
        var slots = new CallSlots(instances * perInstance, instances, perInstance, queueLimit);
        var work = new Work(instances);
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"Seeds from {seed}.");
        var callers = Enumerable.Range(0, Callers)
            .Select(caller => OnItsOwnThread(() => CallAsync(slots, work, new Random(seed + caller))).Unwrap());
        var ends = (await Task.WhenAll(callers).WaitAsync(Patience)).SelectMany(static ends => ends).ToList();

        Assert.That(work.Most, Is.All.InRange(1, perInstance));
        Assert.That(ends, Has.Count.EqualTo(Callers * CallsEach));
        Assert.That(ends.Count(static end => end is CallState.Ended), Is.InRange(1, work.Done), "answers are to work that was done");
        Assert.That(slots.Load.Waiting, Is.Zero);

        // Work whose caller has given it up may run on.
        Assert.That(() => slots.Load.Running, Is.Zero.After((int)Patience.TotalMilliseconds, 5));
    }

    private static async Task<List<CallState>> CallAsync(CallSlots slots, Work work, Random random)
    {
        var ends = new List<CallState>();
        for (var call = 0; call < CallsEach; call++)
        {
            using var caller = new CancellationTokenSource();
            if (random.Next(3) == 0)
                _ = Task.Run(caller.Cancel);
            try
            {
                var hasRun = random.Next(6) switch
                {
                    0 or 1 => await AwaitAsync(slots, work, caller.Token),
                    2 => Block(slots, work, caller.Token),
                    3 => await OnItsOwnThread(() => Block(slots, work, caller.Token)),
                    _ => await new Pooled(work, caller.Token).Start(slots, caller.Token),
                };
                ends.Add(hasRun ? CallState.Ended : CallState.TurnedAway);
            }
            catch (OperationCanceledException canceled) when (canceled.CancellationToken == caller.Token)
            {
                ends.Add(CallState.Canceled);
            }
        }

        return ends;
    }

    private static async Task<bool> AwaitAsync(CallSlots slots, Work work, CancellationToken cancellationToken)
    {
        var slot = new AwaitedSlot();
        if (!await AwaitedCall.EnterAsync(slot, slots, cancellationToken))
            return false;

        var done = await Task.Run(() => work.Do(slot.Taken.Instance), CancellationToken.None);
        slots.Release(slot.Taken);
        return done;
    }

    private static bool Block(CallSlots slots, Work work, CancellationToken cancellationToken)
    {
        var slot = new AwaitedSlot();
        if (!AwaitedCall.EnterAsync(slot, slots, cancellationToken).GetAwaiter().GetResult())
            return false;

        work.Do(slot.Taken.Instance);
        slots.Release(slot.Taken);
        return true;
    }

    private static Task<T> OnItsOwnThread<T>(Func<T> run) =>
        Task.Factory.StartNew(run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>What the calls do; it knows how many did so at a time.</summary>
    private sealed class Work(int instances)
    {
        private readonly int[] _running = new int[instances];
        private readonly Lock _gate = new();

        public int[] Most { get; } = new int[instances];

        public int Done { get; private set; }

        public bool Do(int instance)
        {
            lock (_gate)
                Most[instance] = Math.Max(Most[instance], ++_running[instance]);
            Thread.Yield();
            lock (_gate)
            {
                _running[instance]--;
                Done++;
            }

            return true;
        }
    }

    private sealed class Pooled(Work work, CancellationToken cancellationToken) : PooledCall<bool>(cancellationToken)
    {
        protected override bool Invoke() => work.Do(Taken.Instance);
    }
}
