namespace Pipeline;

public static partial class Gather
{
    /// <summary>
    /// Waits for all branches and returns their results. The first failure <em>in argument order</em> is thrown, a canceled branch
    /// counting as a failure; <see cref="FailuresOf"/> the returned task has the others.
    /// </summary>
    /// <remarks>
    /// <see cref="Task.WhenAll(Task[])"/> does neither: without results it throws the first failure to <em>happen</em>, and a fault
    /// hides an earlier cancellation. A null branch is one that failed with an <see cref="ArgumentNullException"/>.
    /// </remarks>
    public static Task<(T1, T2)> All<T1, T2>(Task<T1> task1, Task<T2> task2) =>
        Join<Branches<T1, T2>, (T1, T2)>.Start(new(task1, task2));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3)> All<T1, T2, T3>(Task<T1> task1, Task<T2> task2, Task<T3> task3) =>
        Join<Branches<T1, T2, T3>, (T1, T2, T3)>.Start(new(task1, task2, task3));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3, T4)> All<T1, T2, T3, T4>(Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4) =>
        Join<Branches<T1, T2, T3, T4>, (T1, T2, T3, T4)>.Start(new(task1, task2, task3, task4));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3, T4, T5)> All<T1, T2, T3, T4, T5>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5) =>
        Join<Branches<T1, T2, T3, T4, T5>, (T1, T2, T3, T4, T5)>.Start(new(task1, task2, task3, task4, task5));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3, T4, T5, T6)> All<T1, T2, T3, T4, T5, T6>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5, Task<T6> task6) =>
        Join<Branches<T1, T2, T3, T4, T5, T6>, (T1, T2, T3, T4, T5, T6)>.Start(new(task1, task2, task3, task4, task5, task6));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3, T4, T5, T6, T7)> All<T1, T2, T3, T4, T5, T6, T7>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4, Task<T5> task5, Task<T6> task6, Task<T7> task7) =>
        Join<Branches<T1, T2, T3, T4, T5, T6, T7>, (T1, T2, T3, T4, T5, T6, T7)>.Start(
            new(task1, task2, task3, task4, task5, task6, task7));

    /// <inheritdoc cref="All{T1, T2}(Task{T1}, Task{T2})"/>
    public static Task<(T1, T2, T3, T4, T5, T6, T7, T8)> All<T1, T2, T3, T4, T5, T6, T7, T8>(
        Task<T1> task1, Task<T2> task2, Task<T3> task3, Task<T4> task4,
        Task<T5> task5, Task<T6> task6, Task<T7> task7, Task<T8> task8) =>
        Join<Branches<T1, T2, T3, T4, T5, T6, T7, T8>, (T1, T2, T3, T4, T5, T6, T7, T8)>.Start(
            new(task1, task2, task3, task4, task5, task6, task7, task8));
}
