namespace Pipeline.CompilerServices;

/// <summary>What an API returned, which a service without nullable annotations may have left null.</summary>
internal static class ApiResult
{
    public static TTask NotNull<TTask>(TTask? task)
        where TTask : Task =>
        task ?? throw new InvalidOperationException("An API returned null instead of a task.");

    public static IEnumerable<T> NotNull<T>(IEnumerable<T>? stream) => stream ?? throw NullStream();

    public static IAsyncEnumerable<T> NotNull<T>(IAsyncEnumerable<T>? stream) => stream ?? throw NullStream();

    private static InvalidOperationException NullStream() => new("An API returned null instead of a stream.");
}
