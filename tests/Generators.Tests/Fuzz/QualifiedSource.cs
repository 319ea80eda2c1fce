using System.Text.RegularExpressions;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Spells the framework's and the helpers' names out, so that a declaration may be named like any of them.</summary>
internal static partial class QualifiedSource
{
    private static readonly Dictionary<string, string> Namespaces = new()
    {
        ["Task"] = "System.Threading.Tasks",
        ["ValueTask"] = "System.Threading.Tasks",
        ["CancellationToken"] = "System.Threading",
        ["CancellationTokenSource"] = "System.Threading",
        ["IEnumerable"] = "System.Collections.Generic",
        ["IAsyncEnumerable"] = "System.Collections.Generic",
        ["List"] = "System.Collections.Generic",
        ["Dictionary"] = "System.Collections.Generic",
        ["Func"] = "System",
        ["Action"] = "System",
        ["Type"] = "System",
        ["DateTime"] = "System",
        ["IServiceProvider"] = "System",
        ["Span"] = "System",
        ["ReadOnlySpan"] = "System",
        ["Obsolete"] = "System",
        ["CLSCompliant"] = "System",
        ["Experimental"] = "System.Diagnostics.CodeAnalysis",
        ["CallerMemberName"] = "System.Runtime.CompilerServices",
        ["CallerFilePath"] = "System.Runtime.CompilerServices",
        ["Service"] = "Pipeline",
        ["Api"] = "Pipeline",
        ["Depends"] = "Pipeline",
        ["OnStartup"] = "Pipeline",
        ["OnShutdown"] = "Pipeline",
        ["Effect"] = "Pipeline",
        ["Mode"] = "H",
        ["Bits"] = "H",
        ["Point"] = "H",
        ["Generic"] = "H",
        ["Changed"] = "H",
        ["Trial"] = "H",
        ["ModelA"] = "H",
        ["ModelB"] = "H",
        ["DerivedB"] = "H",
        ["NotAService"] = "H",
        ["Base"] = "H",
        ["BaseOf"] = "H",
    };

    /// <summary>Names preceded by <c>@</c> are the declaration's own.</summary>
    public static string Of(string source) => Name().Replace(source, match =>
        Namespaces.TryGetValue(match.Value, out string? scope) ? $"global::{scope}.{match.Value}" : match.Value);

    [GeneratedRegex(@"(?<![@.\w""])[A-Z]\w+(?!\s*=[^=])")]
    private static partial Regex Name();
}
