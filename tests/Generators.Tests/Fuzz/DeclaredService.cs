namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>A random class marked <c>[Service]</c> in a namespace of its own.</summary>
internal sealed record DeclaredService
{
    public required string Namespace { get; init; }

    public required string Name { get; init; }

    public string Header { get; init; } = "public partial class";

    public string TypeParameters { get; init; } = "";

    /// <summary>Whether nullable annotations are off where it is declared.</summary>
    public bool IsOblivious { get; init; }

    public string Options { get; init; } = "";

    public string Attributes { get; init; } = "";

    public string Base { get; init; } = "";

    /// <summary>The types around it, outermost first.</summary>
    public List<DeclaredContainer> Containers { get; init; } = [];

    public List<DeclaredApi> Apis { get; init; } = [];

    /// <summary>APIs of the base class, for calls.</summary>
    public List<DeclaredApi> InheritedApis { get; init; } = [];

    public List<DeclaredParameter> ConstructorParameters { get; init; } = [];

    /// <summary>Whether the parameters are the class's own, or those of a constructor in its body.</summary>
    public bool HasPrimaryConstructor { get; init; } = true;

    /// <summary>Members as source: properties, hooks, whatever shares a name.</summary>
    public List<string> Members { get; init; } = [];

    /// <summary>Whether something was made so that a diagnostic must, or may, follow.</summary>
    public bool IsSuspicious { get; init; }

    private string Parameters => $"({string.Join(", ", ConstructorParameters)})";

    public override string ToString()
    {
        bool isPrimary = HasPrimaryConstructor && ConstructorParameters.Count > 0;
        return (IsOblivious ? "#nullable disable\n" : "") + Nested([
            $"{Attributes}[Service{Options}] {Header} @{Name.TrimStart('@')}{TypeParameters}{(isPrimary ? Parameters : "")}{(Base.Length > 0 ? " : " + Base : "")}",
            "{",
            HasPrimaryConstructor ? "" : $"    public @{Name.TrimStart('@')}{Parameters} {{ }}",
            .. Members.Concat(Apis.Select(api => api.ToString())).Select(member => "    " + member),
            "}",
        ], withKin: true);
    }

    /// <summary>A class beside the service that calls every API of its proxy.</summary>
    public string Caller()
    {
        var apis = Apis.Concat(InheritedApis).ToList();
        return "#pragma warning disable CS0612, CS0618, EXP1\n" + Nested([
            "[Obsolete] sealed class Caller_",
            "{",
            $"    void Call(@{Name.TrimStart('@')}.Proxy proxy)",
            "    {",
            .. apis.SelectMany(api => api.Calls(apis.Count(other => other.ProxyName == api.ProxyName) > 1)).Select(call => "        " + call),
            "    }",
            "    static void Use<T>(T value) { }",
            "}",
        ], withKin: false);
    }

    private string Nested(IEnumerable<string> lines, bool withKin) => QualifiedSource.Of(string.Join('\n', [
        $"namespace {Namespace}",
        "{",
        .. Containers.SelectMany(container => new[] { container.Header, "{", withKin ? container.Kin : "" }),
        .. lines.Where(line => line.Length > 0),
        .. Containers.Select(_ => "}"),
        "}",
        "",
    ]));
}
