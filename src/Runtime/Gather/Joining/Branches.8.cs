namespace Pipeline;

/// <summary>Eight branches, each with a result of its own type.</summary>
internal readonly struct Branches<T1, T2, T3, T4, T5, T6, T7, T8>(
    Task<T1>? task1, Task<T2>? task2, Task<T3>? task3, Task<T4>? task4,
    Task<T5>? task5, Task<T6>? task6, Task<T7>? task7, Task<T8>? task8)
    : IBranches<(T1, T2, T3, T4, T5, T6, T7, T8)>
{
    private readonly Task<T1> _task1 = task1 ?? Branch.Null<T1>(nameof(task1));
    private readonly Task<T2> _task2 = task2 ?? Branch.Null<T2>(nameof(task2));
    private readonly Task<T3> _task3 = task3 ?? Branch.Null<T3>(nameof(task3));
    private readonly Task<T4> _task4 = task4 ?? Branch.Null<T4>(nameof(task4));
    private readonly Task<T5> _task5 = task5 ?? Branch.Null<T5>(nameof(task5));
    private readonly Task<T6> _task6 = task6 ?? Branch.Null<T6>(nameof(task6));
    private readonly Task<T7> _task7 = task7 ?? Branch.Null<T7>(nameof(task7));
    private readonly Task<T8> _task8 = task8 ?? Branch.Null<T8>(nameof(task8));

    /// <inheritdoc/>
    public bool Succeeded =>
        _task1.IsCompletedSuccessfully
        && _task2.IsCompletedSuccessfully
        && _task3.IsCompletedSuccessfully
        && _task4.IsCompletedSuccessfully
        && _task5.IsCompletedSuccessfully
        && _task6.IsCompletedSuccessfully
        && _task7.IsCompletedSuccessfully
        && _task8.IsCompletedSuccessfully;

    /// <inheritdoc/>
    public (T1, T2, T3, T4, T5, T6, T7, T8) Results =>
        (_task1.Result, _task2.Result, _task3.Result, _task4.Result, _task5.Result, _task6.Result, _task7.Result, _task8.Result);

    /// <summary>How the branches ended, once all are over.</summary>
    public (Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>) Outcomes =>
        (Outcome.Of(_task1), Outcome.Of(_task2), Outcome.Of(_task3), Outcome.Of(_task4),
            Outcome.Of(_task5), Outcome.Of(_task6), Outcome.Of(_task7), Outcome.Of(_task8));

    /// <inheritdoc/>
    public IReadOnlyList<Exception> Failures => GatheredFailures.Of([_task1, _task2, _task3, _task4, _task5, _task6, _task7, _task8]);

    /// <inheritdoc/>
    public Task? NextPending() =>
        !_task8.IsCompleted ? _task8
        : !_task7.IsCompleted ? _task7
        : !_task6.IsCompleted ? _task6
        : !_task5.IsCompleted ? _task5
        : !_task4.IsCompleted ? _task4
        : !_task3.IsCompleted ? _task3
        : !_task2.IsCompleted ? _task2
        : !_task1.IsCompleted ? _task1
        : null;
}
