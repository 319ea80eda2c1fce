using Microsoft.CodeAnalysis;
using Pipeline.Analyzers.Effects;
using Pipeline.Analyzers.Effects.Bodies;
using Pipeline.Analyzers.Library.Recorded;
using Pipeline.Contract;

namespace Pipeline.Tool.Recording;

/// <summary>The bodies of a solution, which of them stand behind each member, and what that says of the member.</summary>
internal sealed class SolutionEffects
{
    private readonly List<ProjectEffects> _projects = [];
    private readonly Dictionary<string, List<(IMethodSymbol Method, ProjectEffects Project)>> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> _behind = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visible = new(StringComparer.Ordinal);
    private readonly HashSet<string> _wrapped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _abstract = new(StringComparer.Ordinal);
    private bool _keepsCookies;

    public void Add(ProjectEffects project, CancellationToken cancellationToken)
    {
        var compilation = project.Compilation;
        _projects.Add(project);
        _keepsCookies |= OwnCode.KeepsCookies(compilation);
        _wrapped.UnionWith(InterfaceProxies.In(compilation, cancellationToken));
        foreach (var type in TypesIn(compilation.Assembly.GlobalNamespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (type.TypeKind is not (TypeKind.Class or TypeKind.Struct) || type.IsImplicitlyDeclared)
                continue;
            foreach (var method in type.GetMembers().OfType<IMethodSymbol>().Where(IsBody))
                AddBody(method, project);
            foreach (var @interface in type.IsAbstract ? [] : type.AllInterfaces.Where(IsInSource))
                AddInterface(@interface, type);
        }
    }

    /// <summary>How much projects have asked of one another so far; the more, the more is worth writing down.</summary>
    public int Asked => _projects.Sum(static project => project.Asked);

    /// <summary>Says what is new to the projects that asked for it.</summary>
    public void Learn(EffectFile file, IReadOnlyCollection<string> news) => _projects.ForEach(project => project.Learn(file, news));

    /// <summary>The methods that change nothing, whichever of the bodies behind them runs.</summary>
    public IEnumerable<RecordedMember> Members(CancellationToken cancellationToken) =>
        _behind.Keys.Where(_visible.Contains).Select(id => MemberOf(id, cancellationToken)).OfType<RecordedMember>();

    /// <summary>What can be said of each method whose name contains the text, or what is in the way, body by body.</summary>
    public IEnumerable<string> Explain(string name, CancellationToken cancellationToken)
    {
        foreach (string id in _behind.Keys.Where(id => id.Contains(name, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            if (MemberOf(id, cancellationToken) is { } member)
            {
                yield return EffectFile.LineOf(member);
                continue;
            }

            yield return IsWrapped(id) ? $"{id}: objects are put behind it that no source shows, or that wrap another"
                : BodiesOf(id).Count == 0 ? $"{id}: no body is in sight" : $"{id}: not recorded";
            foreach (string body in BodiesOf(id).Order(StringComparer.Ordinal))
                yield return "  " + (_bodies.ContainsKey(body) ? Describe(SummaryOf(body, cancellationToken)) : $"{body} is out of sight");
        }
    }

    private string Describe(OwnSummary summary) => summary switch
    {
        { Objection: { } objection } => $"{summary.Label}: {objection}",
        { Basis.Asked: { IsEmpty: false } asked } when _keepsCookies && asked.Any(IsRequest) =>
            $"{summary.Label}: the solution keeps cookies between requests",
        { Basis.Asked.IsEmpty: true } => $"{summary.Label}: changes nothing and waits for nothing, and no other project asks for it",
        _ => $"{summary.Label}: changes nothing",
    };

    /// <summary>What is recorded of a member; null where something is in the way.</summary>
    private RecordedMember? MemberOf(string id, CancellationToken cancellationToken)
    {
        string[] bodies = IsWrapped(id) ? [] : [.. BodiesOf(id)];

        // Nothing is read of a body in an interface.
        if (bodies.Length == 0 || !Array.TrueForAll(bodies, _bodies.ContainsKey))
            return null;
        if (!IsWanted(id) && !bodies.All(body => _bodies[body].TrueForAll(static known => IsTask(known.Method.ReturnType))))
            return null;
        var summaries = bodies.Select(body => SummaryOf(body, cancellationToken)).ToArray();
        if (!Array.TrueForAll(summaries, static summary => summary.Objection is null))
            return null;
        string[] asked = [.. summaries.SelectMany(static summary => summary.Basis.Asked).Distinct().Order(StringComparer.Ordinal)];
        if (asked.Length == 0 ? !IsWanted(id) : _keepsCookies && Array.Exists(asked, IsRequest))
            return null;
        return new(
            id,
            Array.Exists(summaries, static summary => summary.Reads),
            [.. asked],
            [.. summaries.Select(static summary => summary.Label).Order(StringComparer.Ordinal)],
            SourceHash.Of(StaleMembers.Sort(bodies.Select(body => _bodies[body][0].Method)), cancellationToken),
            Line: 0);
    }

    /// <summary>A body stands behind its own method and behind those it overrides.</summary>
    private void AddBody(IMethodSymbol method, ProjectEffects project)
    {
        string id = IdOf(method);
        if (!_bodies.TryGetValue(id, out var known))
            _bodies.Add(id, known = []);

        // A project with several targets has several bodies of one method: all of them count.
        known.Add((method, project));
        for (var called = method; called is not null && IsInSource(called); called = called.OverriddenMethod)
            Put(called, id);
    }

    private void AddInterface(INamedTypeSymbol @interface, INamedTypeSymbol type)
    {
        if (OwnCode.IsDecorator(type, @interface))
            _wrapped.Add(IdOf(@interface));
        foreach (var member in @interface.GetMembers().OfType<IMethodSymbol>())
        {
            if (type.FindImplementationForInterfaceMember(member) is not IMethodSymbol implementation)
                continue;
            Put(member, IdOf(implementation));
            if (implementation.IsAbstract)
                _abstract.Add(IdOf(implementation));
        }
    }

    private OwnSummary SummaryOf(string body, CancellationToken cancellationToken)
    {
        var all = _bodies[body].Select(known => known.Project.SummaryOf(body, known.Method, cancellationToken)).ToArray();
        return Array.Find(all, static one => one.Objection is not null) ?? all[0];
    }

    /// <summary>The bodies behind a member, and those that override them; a body out of sight is one that nothing is known of.</summary>
    private HashSet<string> BodiesOf(string id)
    {
        var bodies = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Queue<string>(_behind[id]);
        while (pending.TryDequeue(out string? body))
        {
            if (!bodies.Add(body) || !_behind.TryGetValue(body, out var overrides))
                continue;
            foreach (string next in overrides)
                pending.Enqueue(next);
        }

        // What stands in for an abstract method are those that override it.
        bodies.ExceptWith(_abstract);
        return bodies;
    }

    private bool IsWrapped(string member) => _wrapped.Contains(InterfaceProxies.All)
        || _wrapped.Any(type => member.StartsWith($"M{type[1..]}.", StringComparison.Ordinal));

    private void Put(IMethodSymbol called, string body)
    {
        string id = IdOf(called);
        if (!_behind.TryGetValue(id, out var bodies))
        {
            _behind.Add(id, bodies = new(StringComparer.Ordinal));
            if (Visibility.IsSeenByOthers(called))
                _visible.Add(id);
        }

        bodies.Add(body);
    }

    private bool IsWanted(string id) => _projects.Exists(project => project.Wants(id));

    private static bool IsRequest(string member) => member.StartsWith(OwnCode.HttpRequests, StringComparison.Ordinal);

    private static bool IsBody(IMethodSymbol method) => !method.IsAbstract && method.MethodKind
        is MethodKind.Ordinary or MethodKind.ExplicitInterfaceImplementation or MethodKind.Constructor or MethodKind.PropertyGet;

    private static bool IsInSource(ISymbol symbol) => symbol.Locations.Any(static location => location.IsInSource);

    private static bool IsTask(ITypeSymbol type) => type.Name is "Task" or "ValueTask" or "AsyncUnaryCall";

    private static string IdOf(ISymbol symbol) => RecordedEffects.IdOf(symbol) ?? symbol.ToDisplayString();

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol scope) => scope.GetMembers().SelectMany(
        static member => member switch
        {
            INamedTypeSymbol type => TypesIn(type).Prepend(type),
            INamespaceSymbol inner => TypesIn(inner),
            _ => [],
        });
}
