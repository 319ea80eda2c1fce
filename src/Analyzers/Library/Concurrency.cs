namespace Pipeline.Analyzers.Library;

/// <summary>Tasks, threads, locks, and what threads share.</summary>
internal static class Concurrency
{
    private const string Docs = "https://learn.microsoft.com/dotnet/api/system.threading.";

    public static readonly LibraryEntry[] Entries =
    [
        new(
            """
            System.Threading.Tasks.Task System.Threading.Tasks.Task`1 System.Threading.Tasks.ValueTask System.Threading.Tasks.ValueTask`1
            System.Runtime.CompilerServices.TaskAwaiter System.Runtime.CompilerServices.TaskAwaiter`1
            System.Runtime.CompilerServices.ValueTaskAwaiter System.Runtime.CompilerServices.ValueTaskAwaiter`1
            System.Runtime.CompilerServices.YieldAwaitable System.Runtime.CompilerServices.ConfiguredTaskAwaitable
            System.Runtime.CompilerServices.ConfiguredTaskAwaitable`1 System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable
            System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable`1 System.Threading.Tasks.Parallel
            System.Threading.Tasks.TaskAsyncEnumerableExtensions System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable`1 Pipeline.Gather
            """,
            Docs + "tasks.task")
        {
            Traits = LibraryTraits.Task | LibraryTraits.Plain,
            Pure =
                """
                All AsTask ConfigureAwait Delay Each FailFast First For ForAsync ForEach ForEachAsync FromCanceled FromException FromResult
                GetAwaiter GetResult Invoke Quorum Run Settle Wait WaitAll WaitAsync WhenAll WhenAny WhenEach WithCancellation Yield
                """,
        },
        new("Grpc.Core.AsyncUnaryCall`1", "https://learn.microsoft.com/aspnet/core/grpc/client")
        {
            Traits = LibraryTraits.Task | LibraryTraits.Plain,
            Pure = "ConfigureAwait GetAwaiter",
            Moves = "Dispose",
        },
        new("System.Threading.Tasks.ParallelOptions System.Threading.Tasks.ParallelLoopResult",
            Docs + "tasks.paralleloptions") { Traits = LibraryTraits.Plain | LibraryTraits.Settable },
        new("System.Threading.Interlocked", Docs + "interlocked") { Pure = "*" },
        new("System.Threading.Volatile", Docs + "volatile") { Pure = "Read Write" },
        new("System.Collections.Immutable.ImmutableInterlocked",
            "https://learn.microsoft.com/dotnet/api/system.collections.immutable.immutableinterlocked") { Pure = "*" },
        new("System.Threading.AsyncLocal`1 System.Threading.ThreadLocal`1", Docs + "asynclocal-1") { Reads = "Value IsValueCreated",
            Changes = "set:Value", Fresh = "new" },
        new("System.Threading.Lock System.Threading.Lock+Scope", Docs + "lock") { Pure = "new EnterScope Dispose IsHeldByCurrentThread" },
        new("System.Threading.CancellationTokenSource", Docs + "cancellationtokensource")
        {
            Traits = LibraryTraits.OneAtATime,
            Pure = "Token IsCancellationRequested",
            Moves = "CancelAfter Cancel CancelAsync Dispose TryReset",
            Fresh = "new CreateLinkedTokenSource",
        },
        new("System.Diagnostics.Stopwatch", "https://learn.microsoft.com/dotnet/api/system.diagnostics.stopwatch")
        {
            Reads = "Elapsed ElapsedMilliseconds ElapsedTicks IsRunning GetTimestamp GetElapsedTime",
            Pure = "Frequency IsHighResolution",
            Moves = "Start Stop Reset Restart",
            Fresh = "new StartNew",
        },
        new("System.TimeProvider", "https://learn.microsoft.com/dotnet/api/system.timeprovider")
        {
            Traits = LibraryTraits.Concurrent,
            Reads = "GetUtcNow GetLocalNow GetTimestamp GetElapsedTime LocalTimeZone TimestampFrequency System",
        },
        new(
            """
            System.Threading.SemaphoreSlim System.Threading.Semaphore System.Threading.Mutex System.Threading.ManualResetEventSlim
            System.Threading.ManualResetEvent System.Threading.AutoResetEvent System.Threading.CountdownEvent System.Threading.Barrier
            System.Threading.WaitHandle System.Threading.EventWaitHandle System.Threading.ReaderWriterLockSlim
            """,
            Docs + "semaphoreslim")
        {
            Reads = "CurrentCount AvailableWaitHandle IsSet CurrentPhaseNumber InitialCount ParticipantCount ParticipantsRemaining",
            Changes = "*",
            Fresh = "new",
        },
        new("System.Threading.Tasks.TaskCompletionSource System.Threading.Tasks.TaskCompletionSource`1",
            Docs + "tasks.taskcompletionsource-1") { Pure = "Task", Changes = "*", Fresh = "new" },
        new("System.Threading.PeriodicTimer System.Threading.Timer", Docs + "periodictimer") { Changes = "*", Fresh = "new(TimeSpan)",
            Not = "new" },
        new(
            """
            System.Collections.Concurrent.ConcurrentDictionary`2 System.Collections.Concurrent.ConcurrentQueue`1
            System.Collections.Concurrent.ConcurrentStack`1 System.Collections.Concurrent.ConcurrentBag`1
            System.Collections.Concurrent.BlockingCollection`1
            """,
            "https://learn.microsoft.com/dotnet/api/system.collections.concurrent")
        {
            Traits = LibraryTraits.Container,
            Pure =
                "Count IsEmpty Keys Values Item ContainsKey Contains TryGetValue TryPeek GetEnumerator ToArray CopyTo IsCompleted " +
                "IsAddingCompleted BoundedCapacity Comparer",
            Changes = "* set:Item",
            Fresh = "new ToArray GetEnumerator Keys",
        },
        new("System.Threading.Channels.Channel`1 System.Threading.Channels.Channel`2",
            Docs + "channels.channel-1") { Pure = "Reader Writer", Views = "Reader Writer" },
        new("System.Threading.Channels.Channel",
            Docs + "channels.channel") { Fresh = "CreateUnbounded CreateBounded CreateUnboundedPrioritized" },
        new("System.Threading.Channels.BoundedChannelOptions System.Threading.Channels.UnboundedChannelOptions System.Threading.Channels.ChannelOptions", Docs + "channels.channeloptions") { Traits = LibraryTraits.Plain | LibraryTraits.Settable },
        new("System.Threading.Channels.ChannelReader`1 System.Threading.Channels.ChannelWriter`1",
            Docs + "channels.channelreader-1") { Traits = LibraryTraits.OneAtATime, Reads = "Count CanCount CanPeek TryPeek",
            Changes = "*" },
        new("System.Lazy`1", "https://learn.microsoft.com/dotnet/api/system.lazy-1") { Reads = "IsValueCreated", Fresh = "new" },
        new("System.WeakReference`1", "https://learn.microsoft.com/dotnet/api/system.weakreference-1") { Reads = "TryGetTarget",
            Changes = "SetTarget", Fresh = "new" },
    ];
}
