using System.Globalization;

namespace Pipeline.Generators.Tests.Fuzz;

/// <summary>Makes random declarations: legal C# by themselves, valid services most of the time.</summary>
internal sealed class RandomDeclarations(int seed)
{
    private readonly Random _random = new(seed);
    private bool _isSuspicious;

    public DeclaredService Next(int number)
    {
        _isSuspicious = false;
        string name = Pick(RandomTypes.ServiceNames);
        var containers = Containers();
        string header = Header(containers.Count > 0);
        var (@base, inherited, overrides) = Base();
        bool isStatic = header.Contains("static", StringComparison.Ordinal);
        bool isAbstract = header.Contains("abstract", StringComparison.Ordinal);
        if (Rarely())
            name = Suspicious(Pick(["Proxy", "Definition"]));
        var apis = isStatic ? [] : Apis(name, isSealed: header.Contains("sealed", StringComparison.Ordinal), containers.Count);
        apis.RemoveAll(api => inherited.Any(other => other.Key == api.Key));
        _isSuspicious |= apis.Count == 0;
        var declaration = new DeclaredService
        {
            Namespace = $"F{number}" + Pick(["", "", ".@namespace", ".A.@event", ".System", ".Pipeline"]),
            Name = name,
            Header = header,
            TypeParameters = Rarely() ? Suspicious("<T>") : "",
            IsOblivious = Chance(8),
            Options = Pick(["", "", "(Concurrency = 2, Timeout = \"5s\")", "(Name = \"n\\\"\", Effect = Effect.None, QueueLimit = 0)"]),
            Attributes = Pick(["", "", "", "[Obsolete] ", "[Experimental(\"EXP1\")] "]),
            Base = isStatic ? "" : @base,
            Containers = containers,
            Apis = apis,
            InheritedApis = isStatic ? [] : inherited,
            ConstructorParameters = isStatic ? [] : ConstructorParameters(),
            HasPrimaryConstructor = isStatic || Chance(2),
            Members = isStatic ? [] : [.. overrides, .. Members(name, apis)],
        };
        if (isAbstract)
            _isSuspicious = true;
        return declaration with { IsSuspicious = _isSuspicious || HasAlikes(apis.Concat(inherited)) };
    }

    private List<DeclaredContainer> Containers()
    {
        var containers = new List<DeclaredContainer>();
        for (int depth = 0; depth < 3 && Chance(4); depth++)
        {
            string accessibility = depth == 0 ? Pick(["public", "internal"]) : Pick(["public", "internal", ""]);
            string keyword = Pick(["class", "static partial class", "struct", "readonly partial struct", "record", "record struct", "interface", "abstract partial class", "ref partial struct"]);
            string partial = keyword.Contains("partial", StringComparison.Ordinal) ? "" : "partial ";
            if (partial.Length > 0 && Rarely())
                partial = Suspicious("");
            string typeParameters = Rarely() ? Suspicious("<T>") : "";
            bool isClass = keyword is "class" or "abstract partial class" or "record";
            string kin = Pick<string>(isClass ? ["public", "internal", "private", "protected", "private protected", "protected internal"] : ["public", "internal", "private"]);
            containers.Add(new(
                $"{accessibility} {partial}{keyword} {Pick(["Outer", "@out", "Wrap"])}{depth}{typeParameters}".Trim(),
                $"{kin} class Kin{depth} {{ }}"));
        }

        return containers;
    }

    private string Header(bool isNested)
    {
        string accessibility = isNested ? Pick(["public", "internal", "private", ""]) : Pick(["public", "internal", ""]);
        if (isNested && accessibility == "private")
            accessibility = "internal";
        string modifier = Pick(["", "", "sealed", "unsafe"]).Replace("unsafe", "", StringComparison.Ordinal);
        if (Rarely())
            modifier = Suspicious(Pick(["abstract", "static"]));
        string partial = Rarely() ? Suspicious("") : "partial";
        string keyword = Rarely() && modifier != "static" ? Suspicious("record") : "class";
        return string.Join(' ', new[] { accessibility, modifier, partial, keyword }.Where(part => part.Length > 0));
    }

    private (string Base, List<DeclaredApi> Apis, string[] Overrides) Base() => _random.Next(10) switch
    {
        0 => ("Base", [
            new() { Name = "Shape", Result = "int", Parameters = [new("@int", "int")] },
            new() { Name = "LookAsync", Result = "string?", Wrapper = "Task", Parameters = [new("key", "string?"), new("ct", "CancellationToken")] },
        ], ["public override int Shape(int @int) => 1;"]),
        1 => ("BaseOf<string, Mode?>", [
            new() { Name = "Pick", Result = "Mode?", Parameters = [new("first", "string?"), new("rest", "List<(string Name, Mode? Value)>"), new("last", "Mode?")] },
            new() { Name = "ItemsAsync", Result = "string", Wrapper = "IAsyncEnumerable", Parameters = [new("from", "Mode?[]"), new("ct", "CancellationToken")] },
        ], []),
        2 => ("ModelA", [new() { Name = "Run", Result = "int" }], []),
        _ => ("", [], []),
    };

    private List<DeclaredApi> Apis(string service, bool isSealed, int depth)
    {
        var apis = new List<DeclaredApi>();
        int count = Rarely() ? 0 : _random.Next(1, 5);
        _isSuspicious |= count == 0;
        for (int i = 0; i < count; i++)
        {
            var api = WithKin(Api(isSealed), service, depth);
            if (api.Name.TrimStart('@') != service.TrimStart('@') && apis.All(other => other.Key != api.Key))
                apis.Add(api);
        }

        _isSuspicious |= apis.Count == 0;
        return apis;
    }

    /// <summary>With a parameter or a result that fewer may see than the service: then the method itself is private.</summary>
    private DeclaredApi WithKin(DeclaredApi api, string service, int depth)
    {
        if (!Chance(12))
            return api;

        string kin = _random.Next(depth + 1) is var level && level < depth ? $"Kin{level}" : $"@{service.TrimStart('@')}.Own";
        string type = string.Format(CultureInfo.InvariantCulture, Suspicious(Pick(["{0}", "List<{0}?>", "{0}[]"])), kin);
        return Chance(2)
            ? api with { Accessibility = "private", Result = type }
            : api with { Accessibility = "private", Parameters = [new("kin", type), .. api.Parameters] };
    }

    private DeclaredApi Api(bool isSealed)
    {
        string name = Rarely() ? Suspicious(Pick(RandomTypes.ReservedNames)) : Pick(RandomTypes.MethodNames);
        if (Chance(2))
            name += _random.Next(100) + Pick(["", "Async"]);
        string wrapper = Pick(["", "", "Task", "ValueTask", "IEnumerable", "IAsyncEnumerable"]);
        string result = Pick(RandomTypes.All).Type;
        if (wrapper is "" or "Task" or "ValueTask" && Chance(3))
            result = "void";
        if (wrapper == "" && (result.StartsWith("IAsync", StringComparison.Ordinal) || result.StartsWith("IEnum", StringComparison.Ordinal) || result.StartsWith("Task<", StringComparison.Ordinal)))
            result = "int";
        string accessibility = Pick(["public", "public", "internal", "private", "protected internal"]);
        string typeParameters = Rarely() ? Suspicious("<T>") : "";
        string attributes = Pick(["", "", "", "", "[Obsolete] ", "[Obsolete(\"no\", true)] ", "[Experimental(\"EXP1\")] ", "[CLSCompliant(false)] "]);
        var parameters = Parameters();
        if (attributes.Contains("EXP1", StringComparison.Ordinal) && Chance(2))
            parameters.Insert(0, new("trial", "Trial"));
        if (isSealed && accessibility == "protected internal")
            accessibility = "internal";
        return new()
        {
            Name = name,
            Result = result,
            Wrapper = wrapper,
            Accessibility = accessibility,
            TypeParameters = typeParameters,
            Attributes = attributes,
            Modifier = Rarely() ? Suspicious("static") : "",
            Parameters = parameters,
        };
    }

    private List<DeclaredParameter> Parameters()
    {
        string[] names = Shuffled(RandomTypes.ParameterNames);
        var parameters = new List<DeclaredParameter>();
        int count = _random.Next(5) + (Chance(10) ? 7 : 0);
        int optionalFrom = _random.Next(count + 2);
        int token = Chance(2) ? _random.Next(count + 1) : -1;
        for (int i = 0; i < count; i++)
        {
            var (type, defaults) = i == token ? ("CancellationToken", ["default"]) : Pick(RandomTypes.All);
            string? value = i >= optionalFrom ? Pick(defaults) : null;
            string attribute = type == "string" && value is not null ? Pick(["", "[CallerMemberName]", "[CallerFilePath]"]) : "";
            parameters.Add(new(names[i], type, value, "", attribute));
        }

        if (count < names.Length && Chance(5))
            parameters.Add(new(names[count], Pick(["int[]", "string?[]", "List<int>", "IEnumerable<(int A, int B)>", "object?[]"]), null, "params"));
        else if (Rarely())
            parameters.Insert(0, Suspicious(new DeclaredParameter(names[count], Pick(["int", "string"]), null, Pick(["ref", "in", "ref readonly"]))));
        else if (Rarely())
            parameters.Insert(0, Suspicious(new DeclaredParameter(names[count], Pick(["Span<int>", "ReadOnlySpan<char>"]))));
        else if (Rarely() && token >= 0 && token < count)
            parameters.Insert(0, Suspicious(new DeclaredParameter(names[count], "CancellationToken")));
        else if (Rarely())
            parameters.Insert(0, Suspicious(new DeclaredParameter(names[count], "ModelA.Proxy")));
        return parameters;
    }

    private List<DeclaredParameter> ConstructorParameters()
    {
        string[] names = Shuffled(RandomTypes.ParameterNames);
        var parameters = new List<DeclaredParameter>();
        for (int i = 0; i < 4 && Chance(2); i++)
        {
            string type = Pick(["ModelA.Proxy", "ModelB.Proxy", "ModelA.Proxy?", "DerivedB.Proxy", "IServiceProvider", "Mode", "List<ModelB.Proxy>", "string?", "dynamic", "(int A, string? B)?"]);
            if (Rarely())
                type = Suspicious(Pick(["ModelA", "Span<int>", "ModelA.Proxy.Async"]));
            parameters.Add(new(names[i], type, null, "", type.EndsWith("Proxy", StringComparison.Ordinal) && Chance(3) ? "[Depends(Url = \"http://x\")]" : ""));
        }

        if (Chance(3))
        {
            var (type, defaults) = Pick(RandomTypes.All);
            parameters.Add(new(names[9], type, Pick(defaults)));
        }

        return parameters;
    }

    private IEnumerable<string> Members(string service, List<DeclaredApi> apis)
    {
        var taken = apis.Select(api => api.Name).Append(service).Select(name => name.TrimStart('@')).ToHashSet();
        if (Chance(4))
            yield return $"[Depends] {Pick(["public", "internal", "private"])} partial ModelA.Proxy{Pick(["", "?"])} Dependency {{ get; {Pick(["init", "set"])}; }}";
        yield return $"{Pick(["public", "internal", "private"])} class Own {{ }}";
        if (Chance(6))
            yield return "public required string? Needed { get; init; }";
        if (Chance(4))
            yield return $"[OnStartup] {Pick(["private", "public"])} {Pick(["void Start() { }", "Task Start(CancellationToken ct) => throw null!;", "ValueTask Start() => default;"])}";
        if (Chance(8))
            yield return "[OnShutdown] [OnStartup] void @checked(CancellationToken @out) { }";
        if (Chance(8) && taken.Add("LocalProxy"))
            yield return "internal int @LocalProxy { get; set; }";
        if (Chance(8) && taken.Add("Async"))
            yield return "public class @Async { }";
        if (Rarely())
            yield return Suspicious(Pick(["public void @Proxy() { }", "public class @Definition { }", "[OnStartup] public int Wrong() => 1;", "[OnStartup] static void Static() { }", "[Depends] public ModelA.Proxy Plain { get; init; } = null!;", "public int get_Definition() => 1;"]));
    }

    /// <summary>Whether two APIs might end up alike on the proxy: the contract decides.</summary>
    private static bool HasAlikes(IEnumerable<DeclaredApi> apis)
    {
        var names = apis.Select(api => api.ProxyName.TrimStart('@')).ToList();
        return names.Distinct().Count() < names.Count || names.Any(name => names.Contains(name + "Async"));
    }

    private bool Chance(int one) => _random.Next(one) == 0;

    /// <summary>Seldom enough that most declarations are valid.</summary>
    private bool Rarely() => Chance(60);

    private T Pick<T>(IReadOnlyList<T> items) => items[_random.Next(items.Count)];

    private T Suspicious<T>(T value)
    {
        _isSuspicious = true;
        return value;
    }

    private T[] Shuffled<T>(T[] items)
    {
        var copy = items.ToArray();
        _random.Shuffle(copy);
        return copy;
    }
}
