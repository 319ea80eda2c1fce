namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Waits for all branches and returns how each ended, in argument order. A branch's failure or cancellation is its
    /// <see cref="Outcome{T}"/>, never thrown.
    /// </summary>
    /// <remarks>A null branch is one that failed with an <see cref="ArgumentNullException"/>.</remarks>
    public static Task<(Outcome<T1>, Outcome<T2>)> Settle<T1, T2>(Task<T1> task1, Task<T2> task2) =>
        Settlement.Start(new Branches<T1, T2>(task1, task2), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>)> Settle<T1, T2, T3>(Task<T1> task1, Task<T2> task2, Task<T3> task3) =>
        Settlement.Start(new Branches<T1, T2, T3>(task1, task2, task3), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>)> Settle<T1, T2, T3, T4>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4) =>
        Settlement.Start(new Branches<T1, T2, T3, T4>(task1, task2, task3, task4), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>)> Settle<T1, T2, T3, T4, T5>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5) =>
        Settlement.Start(new Branches<T1, T2, T3, T4, T5>(task1, task2, task3, task4, task5), static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>)> Settle<T1, T2, T3, T4, T5, T6>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5, Task<T6> task6) =>
        Settlement.Start(
            new Branches<T1, T2, T3, T4, T5, T6>(task1, task2, task3, task4, task5, task6),
            static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>)>
        Settle<T1, T2, T3, T4, T5, T6, T7>(
            Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5, Task<T6> task6, Task<T7> task7) =>
            Settlement.Start(
                new Branches<T1, T2, T3, T4, T5, T6, T7>(task1, task2, task3, task4, task5, task6, task7),
                static branches => branches.Outcomes);

    /// <inheritdoc cref="Settle{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(Outcome<T1>, Outcome<T2>, Outcome<T3>, Outcome<T4>, Outcome<T5>, Outcome<T6>, Outcome<T7>, Outcome<T8>)>
        Settle<T1, T2, T3, T4, T5, T6, T7, T8>(
            Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4,
            Task<T5> task5, Task<T6> task6, Task<T7> task7, Task<T8> task8) =>
            Settlement.Start(
                new Branches<T1, T2, T3, T4, T5, T6, T7, T8>(task1, task2, task3, task4, task5, task6, task7, task8),
                static branches => branches.Outcomes);
}
