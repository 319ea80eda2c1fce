namespace Pipeline.Generators.Emission;

/// <summary>The runtime's and the framework's names that generated code repeats.</summary>
internal static class RuntimeNames
{
    public const string ProxyCall = "global::Pipeline.CompilerServices.ProxyCall";
    public const string Transports = "global::Pipeline.Transports";
    public const string ServiceChannel = "global::Pipeline.Transports.ServiceChannel";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Task = "global::System.Threading.Tasks.Task";
    public const string Enumerable = "global::System.Collections.Generic.IEnumerable";
    public const string AsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
}
