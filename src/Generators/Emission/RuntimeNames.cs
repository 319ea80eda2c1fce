namespace Pipeline.Generators.Emission;

/// <summary>The runtime's and the framework's names that generated code repeats.</summary>
internal static class RuntimeNames
{
    public const string CompilerServices = "global::Pipeline.CompilerServices";
    public const string ProxyCall = CompilerServices + ".ProxyCall";
    public const string CallPath = CompilerServices + ".CallPath";
    public const string Transports = "global::Pipeline.Transports";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
}
