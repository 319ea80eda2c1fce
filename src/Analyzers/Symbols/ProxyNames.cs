namespace Pipeline.Analyzers.Symbols;

/// <summary>The names the generator gives.</summary>
internal static class ProxyNames
{
    public const string Proxy = "Proxy";
    public const string AsyncView = "Async";
    public const string ToAsync = "ToAsync";
}
