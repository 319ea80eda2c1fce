namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>What random declarations are made of.</summary>
internal static class RandomTypes
{
    /// <summary>Compiled beside the declarations.</summary>
    public const string Helpers = """
        using Pipeline;
        namespace H
        {
            public enum Mode : sbyte { A = -1, B = 1, @default = 5, [System.Obsolete("x", true)] Gone = 6 }
            [System.Flags] public enum Bits : ulong { None = 0, All = ulong.MaxValue }
            public struct Point { public int X; }
            public class @class { public struct @struct { } }
            public class Generic<T> { public class Nested<U> { } }
            public delegate void Changed(ref int x);
            public class NotAService { }
            [System.Diagnostics.CodeAnalysis.Experimental("EXP1")] public class Trial { }
            [Service] public partial class ModelA { [Api] public int Run() => 1; }
            [Service] public partial class ModelB { [Api] public System.Threading.Tasks.Task RunAsync(System.Threading.CancellationToken ct) => System.Threading.Tasks.Task.CompletedTask; }
            public class DerivedB : ModelB { }
            public abstract class Base
            {
                [Api] public abstract int Shape(int @int);
                [Api] public virtual Task<string?> LookAsync(string? key, CancellationToken ct) => throw null!;
                [OnStartup] protected Task Begin(CancellationToken ct) => Task.CompletedTask;
            }
            public class BaseOf<T, U> where T : class
            {
                public BaseOf() { }
                [Api] public U? Pick(T? first, List<(T Name, U? Value)> rest, U last = default!) => default;
                [Api] public IAsyncEnumerable<T> ItemsAsync(U[] from, CancellationToken ct = default) => throw null!;
                [OnShutdown] public virtual void End() { }
            }
        }
        """;

    /// <summary>Types of parameters and results, each with default values it may have.</summary>
    public static readonly (string Type, string[] Defaults)[] All =
    [
        ("int", ["0", "-1", "int.MinValue"]),
        ("string", ["\"\"", "\"a\\\"\\\\\\n\\u2028\\0{x}\"", "null!", "@\"\"\"q\"\"\""]),
        ("string?", ["null", "\"x\""]),
        ("float", ["float.NaN", "0.1f", "float.Epsilon", "-0.0f"]),
        ("double", ["double.NegativeInfinity", "1e-300", "double.MaxValue", "0.1 + 0.2"]),
        ("decimal", ["1.50m", "decimal.MaxValue", "-0.0000001m"]),
        ("char", ["'\\''", "'\\ud800'", "'x'"]),
        ("bool", ["true", "false"]),
        ("long", ["long.MinValue", "5"]),
        ("ulong", ["ulong.MaxValue"]),
        ("byte", ["255"]),
        ("nint", ["-3"]),
        ("DateTime", ["default"]),
        ("CancellationTokenSource?", ["null"]),
        ("Mode", ["Mode.A", "Mode.@default", "(Mode)77", "default", "(Mode)6"]),
        ("Bits", ["Bits.All", "(Bits)3"]),
        ("Mode?", ["null", "Mode.B"]),
        ("Point", ["default", "new()"]),
        ("Point?", ["null"]),
        ("int?", ["null", "7"]),
        ("object?", ["null"]),
        ("dynamic?", ["null"]),
        ("int[]", ["null!"]),
        ("string?[]?", ["null"]),
        ("int[,][]", ["null!"]),
        ("(int X, (string? Y, object Z) W)", ["default"]),
        ("List<(int A, string? B)>", ["null!"]),
        ("Dictionary<string, dynamic?>?", ["null"]),
        ("Func<int, Task<string?>>", ["null!"]),
        ("IAsyncEnumerable<int>", ["null!"]),
        ("IEnumerable<string>", ["null!"]),
        ("Task<int>", ["null!"]),
        ("global::H.@class", ["null!"]),
        ("global::H.@class.@struct", ["default"]),
        ("Generic<global::H.@class.@struct?>.Nested<int[]>", ["null!"]),
        ("Changed", ["null!"]),
        ("Type", ["null!"]),
        ("Action<dynamic, (int A, int B)>?", ["null"]),
    ];

    /// <summary>Names of parameters, among them all that generated code uses itself.</summary>
    public static readonly string[] ParameterNames =
    [
        "data", "x", "y", "text", "@class", "@event", "@int", "@await", "@field", "@value", "@var", "call", "token", "service",
        "proxy", "_proxy", "exception", "cancellationToken", "cancellationToken2", "Self", "Service", "Item1", "Item2", "Rest", "_",
        "argument", "resolver", "größe", "Predict", "@this", "@default", "ToAsync", "Run", "@null", "@scoped", "@params", "LocalProxy",
        "path", "args", "_service", "Endpoints", "LocalAsync", "Async", "Proxy",
    ];

    /// <summary>Names of methods.</summary>
    public static readonly string[] MethodNames =
    [
        "Predict", "PredictAsync", "Run", "RunAsync", "Get", "GetAsync", "Look", "Score", "@event", "@returnAsync", "@class", "größeAsync",
        "_service", "service", "path", "All", "Endpoints", "EndpointsAsync", "LocalAsync", "To", "ToAsync", "Wait", "Stream", "Failed", "Self", "AsyncRun", "RunAsyncAsync", "Slots", "Create", "Name", "field",
        "@field", "@yield", "LocalProxy", "LocalProxyAsync", "Dispose", "System", "global", "Task", "Task2Async",
    ];

    /// <summary>Names a proxy keeps to itself.</summary>
    public static readonly string[] ReservedNames =
        ["Proxy", "DefinitionAsync", "Async", "ToAsyncAsync", "GetTypeAsync", "EqualsAsync", "ToStringAsync", "FinalizeAsync", "get_ToAsync"];

    public static readonly string[] ServiceNames =
        ["Model", "@event", "@class", "System", "Task", "Async", "LocalProxy", "größe", "@record", "Pipeline", "_", "Caller", "T", "global", "ServiceProxy", "ToAsync", "Endpoints"];
}
