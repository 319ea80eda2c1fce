namespace Pipeline.Contract;

/// <summary>The names a proxy declares for an API.</summary>
internal static class ApiName
{
    private const string AsyncSuffix = "Async";

    /// <summary>Names the proxy needs itself: those it declares, and those every object has.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "Proxy", "Definition", "Async", "ToAsync", "get_ToAsync", "set_ToAsync",
        nameof(Equals), nameof(GetHashCode), nameof(GetType), nameof(ToString), nameof(MemberwiseClone), nameof(ReferenceEquals),
        "Finalize",
    };

    /// <summary>The method's name without its <c>Async</c> suffix: the API's name on both views.</summary>
    public static string Of(string methodName) =>
        methodName.Length > AsyncSuffix.Length && methodName.EndsWith(AsyncSuffix, StringComparison.Ordinal)
            ? methodName.Substring(0, methodName.Length - AsyncSuffix.Length)
            : methodName;

    /// <summary>Whether the proxy could not declare the API under that name.</summary>
    public static bool IsReserved(string apiName) => Reserved.Contains(apiName);
}
