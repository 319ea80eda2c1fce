namespace Pipeline;

/// <summary>Three branches, each with a result of its own type.</summary>
internal readonly struct Branches<T1, T2, T3>(Task<T1>? task1, Task<T2>? task2, Task<T3>? task3)
    : IBranches<(T1, T2, T3)>
{
    private readonly Task<T1> _task1 = task1 ?? Branch.Null<T1>(nameof(task1));
    private readonly Task<T2> _task2 = task2 ?? Branch.Null<T2>(nameof(task2));
    private readonly Task<T3> _task3 = task3 ?? Branch.Null<T3>(nameof(task3));

    /// <inheritdoc/>
    public bool Succeeded =>
        _task1.IsCompletedSuccessfully
        && _task2.IsCompletedSuccessfully
        && _task3.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public (T1, T2, T3) Results =>
        (_task1.Result, _task2.Result, _task3.Result);

    /// <summary>How the branches ended, once all are over.</summary>
    public (Outcome<T1>, Outcome<T2>, Outcome<T3>) Outcomes =>
        (Outcome.Of(_task1), Outcome.Of(_task2), Outcome.Of(_task3));

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures => GatheredFailures.Of([_task1, _task2, _task3]);

    /// <inheritdoc/>
    public Task? NextPending() =>
        !_task3.IsCompleted ? _task3
        : !_task2.IsCompleted ? _task2
        : !_task1.IsCompleted ? _task1
        : null;
}
