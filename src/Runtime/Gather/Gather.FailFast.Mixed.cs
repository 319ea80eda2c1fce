using System.ComponentModel;
using System.Diagnostics;

namespace Pipeline;

public static partial class Gather
{
    private const string ResultLost = "A branch's result would be lost: give every branch a result, or none.";

    /// <summary>
    /// Catches branches of which some have a result and some have none: as branches without results, the results would be lost
    /// without a word. Give every branch a result, or none.
    /// </summary>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2>(
        CancellationToken cancellationToken, Func<CancellationToken, TTask1> branch1, Func<CancellationToken, TTask2> branch2)
        where TTask1 : Task
        where TTask2 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3, TTask4>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3, TTask4, TTask5>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6,
        Func<CancellationToken, TTask7> branch7)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task
        where TTask7 : Task =>
        throw new UnreachableException();

    /// <inheritdoc cref="FailFast{TTask1, TTask2}(CancellationToken, Func{CancellationToken, TTask1}, Func{CancellationToken, TTask2})"/>
    [Obsolete(ResultLost, error: true)]
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static Task FailFast<TTask1, TTask2, TTask3, TTask4, TTask5, TTask6, TTask7, TTask8>(
        CancellationToken cancellationToken,
        Func<CancellationToken, TTask1> branch1,
        Func<CancellationToken, TTask2> branch2,
        Func<CancellationToken, TTask3> branch3,
        Func<CancellationToken, TTask4> branch4,
        Func<CancellationToken, TTask5> branch5,
        Func<CancellationToken, TTask6> branch6,
        Func<CancellationToken, TTask7> branch7,
        Func<CancellationToken, TTask8> branch8)
        where TTask1 : Task
        where TTask2 : Task
        where TTask3 : Task
        where TTask4 : Task
        where TTask5 : Task
        where TTask6 : Task
        where TTask7 : Task
        where TTask8 : Task =>
        throw new UnreachableException();
}
